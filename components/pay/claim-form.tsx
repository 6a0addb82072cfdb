'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ClaimRules } from '@/lib/exchange/order-row';
import { toLocale } from '@/lib/i18n/locales';
import { ReceiptInput } from './receipt-input';
import { type PayAction, type PaySubject, SubjectInputs } from './subject-inputs';
import { UploadState } from './upload-state';

type ClaimFormProps = {
  action: PayAction;
  subject: PaySubject;
  rules: ClaimRules;
  /** Its time is over, or it was given up: what becomes of the notice then. */
  lateIntro?: string;
};

/** "I have paid", with whatever helps to find the payment. The method says what of it is required. */
export function ClaimForm({ action, subject, rules, lateIntro }: ClaimFormProps) {
  const t = useTranslations('order.claim');
  const locale = toLocale(useLocale());
  const must = (required: boolean) => (required ? { required } : { optional: true });
  const fields = (
    <ActionForm action={action}>
      <SubjectInputs subject={subject} />
      <p className="text-sm text-muted">{lateIntro ?? t('intro')}</p>
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
        {t(lateIntro === undefined ? 'submit' : 'lateSubmit')}
      </SubmitButton>
      <UploadState />
    </ActionForm>
  );
  if (lateIntro === undefined) return <Card title={t('title')}>{fields}</Card>;
  return (
    <details>
      <summary className={buttonClass({ variant: 'outline' }, 'w-fit')}>{t('lateTitle')}</summary>
      <Card className="mt-3">{fields}</Card>
    </details>
  );
}
