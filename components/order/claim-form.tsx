'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { ReceiptInput } from './receipt-input';
import { UploadState } from './upload-state';

export type OrderLink = { orderId: string; secret: string };

type ClaimFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  link: OrderLink;
  /** The order's time is over: the notice is kept and an operator decides. */
  late?: boolean;
};

/** "I have paid", with whatever helps to find the payment. Nothing of it is required. */
export function ClaimForm({ action, link, late = false }: ClaimFormProps) {
  const t = useTranslations('order.claim');
  const fields = (
    <ActionForm action={action}>
      <input type="hidden" name="orderId" value={link.orderId} />
      <input type="hidden" name="secret" value={link.secret} />
      <p className="text-sm text-muted">{t(late ? 'lateIntro' : 'intro')}</p>
      <Field name="payer" label={t('payer')} hint={t('payerHint')} optional>
        <TextInput autoComplete="name" spellCheck={false} />
      </Field>
      <Field name="reference" label={t('reference')} optional>
        <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field name="receipt" label={t('receipt')} hint={t('receiptHint')} optional>
        <ReceiptInput />
      </Field>
      <Field name="comment" label={t('comment')} optional>
        <TextArea rows={2} />
      </Field>
      <SubmitButton size="lg" fullWidth>
        {t(late ? 'lateSubmit' : 'submit')}
      </SubmitButton>
      <UploadState />
    </ActionForm>
  );
  if (!late) return <Card title={t('title')}>{fields}</Card>;
  return (
    <details className="group">
      <summary className={buttonClass({ variant: 'outline' }, 'w-fit')}>{t('lateTitle')}</summary>
      <Card className="mt-3">{fields}</Card>
    </details>
  );
}
