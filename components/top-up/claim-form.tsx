'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ReceiptInput } from '@/components/order/receipt-input';
import { UploadState } from '@/components/order/upload-state';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ClaimRules } from '@/lib/exchange/order-row';
import { toLocale } from '@/lib/i18n/locales';
import type { StepAction } from './step-form';

type ClaimTopUpFormProps = {
  action: StepAction;
  topUpId: string;
  rules: ClaimRules;
  /** Its time is over, or it was given up: the operator sees the money all the same. */
  late?: boolean;
};

/** "I have paid", with whatever helps to find the payment. The method says what of it is required. */
export function ClaimTopUpForm({ action, topUpId, rules, late = false }: ClaimTopUpFormProps) {
  const t = useTranslations('order.claim');
  const words = useTranslations('topup.claim');
  const locale = toLocale(useLocale());
  const must = (required: boolean) => (required ? { required } : { optional: true });
  const form = (
    <ActionForm action={action}>
      <input type="hidden" name="topUpId" value={topUpId} />
      <p className="text-sm text-muted">{late ? words('lateIntro') : t('intro')}</p>
      <Field name="payer" label={rules.titles.payer?.[locale] || t('payer')} hint={t('payerHint')} optional>
        <TextInput autoComplete="name" spellCheck={false} />
      </Field>
      <Field
        name="reference"
        label={rules.titles.reference?.[locale] || t('reference')}
        {...must(rules.referenceRequired)}
      >
        <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field name="receipt" label={t('receipt')} hint={t('receiptHint')} {...must(rules.receiptRequired)}>
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
  if (!late) return <Card title={t('title')}>{form}</Card>;
  return (
    <details>
      <summary className={buttonClass({ variant: 'outline' }, 'w-fit')}>{t('lateTitle')}</summary>
      <Card className="mt-3">{form}</Card>
    </details>
  );
}
