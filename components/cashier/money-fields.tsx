'use client';

import { useTranslations } from 'next-intl';
import { ReceiptInput } from '@/components/pay/receipt-input';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { moneyKinds } from '@/lib/cashier/till-words';
import { ChoiceRow } from './choice-row';
import { chainMark } from './next-field';

type MoneyFieldsProps = {
  pictureRequired: boolean;
  moneyKind: string;
  comment?: string;
  /** Everything before it came with a request. */
  focusReceipt?: boolean;
};

/** What real money was taken for a top-up, and by which receipt. */
export function MoneyFields({ pictureRequired, moneyKind, comment, focusReceipt }: MoneyFieldsProps) {
  const t = useTranslations('till.form');
  return (
    <>
      <MoneyKind legend={t('kind')} defaultValue={moneyKind} />
      <ReceiptNumber label={t('receipt')} required focused={focusReceipt} />
      <Picture required={pictureRequired} />
      <Comment initial={comment} />
    </>
  );
}

/** Cash, card, transfer, other. */
export function MoneyKind({ legend, defaultValue }: { legend: string; defaultValue: string }) {
  const t = useTranslations('till.kinds');
  return (
    <ChoiceRow
      name="moneyKind"
      legend={legend}
      options={moneyKinds.map((value) => ({ value, label: t(value) }))}
      defaultValue={defaultValue}
    />
  );
}

export function ReceiptNumber({
  label,
  required,
  focused,
}: {
  label: string;
  required?: boolean;
  focused?: boolean;
}) {
  return (
    <div {...chainMark}>
      <Field name="receiptNumber" label={label} required={required}>
        <TextInput maxLength={60} autoComplete="off" autoFocus={focused} className="min-h-12 text-lg" />
      </Field>
    </div>
  );
}

export function Picture({ required }: { required: boolean }) {
  const t = useTranslations('till.form');
  return (
    <div {...(required ? chainMark : {})}>
      <Field
        name="receipt"
        label={t('picture')}
        hint={t('pictureHint')}
        required={required}
        optional={!required}
      >
        <ReceiptInput />
      </Field>
    </div>
  );
}

export function Comment({ initial }: { initial?: string }) {
  const t = useTranslations('till.form');
  return (
    <Field name="comment" label={t('comment')} optional>
      <TextArea rows={2} maxLength={500} defaultValue={initial} />
    </Field>
  );
}
