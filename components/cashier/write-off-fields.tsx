'use client';

import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { writeOffReasons } from '@/lib/cashier/till-words';
import { MoneyKind, Picture, ReceiptNumber } from './money-fields';
import { chainMark } from './next-field';

/** Why a wallet is written off; where real money is paid out for it, which and by what document. */
export function WriteOffFields({ pictureRequired }: { pictureRequired: boolean }) {
  const t = useTranslations('till');
  const { values } = useContext(FormContext);
  const [reason, setReason] = useState<string>(values.reason ?? 'paid_out');
  const isPaidOut = reason === 'paid_out';
  return (
    <>
      <div {...chainMark}>
        <Field name="reason" label={t('form.reason')} required>
          <Select
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            className="min-h-12 text-lg"
          >
            {writeOffReasons.map((value) => (
              <option key={value} value={value}>
                {t(`reasons.${value}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {isPaidOut && (
        <>
          <MoneyKind legend={t('form.kindOff')} defaultValue="cash" />
          <ReceiptNumber label={t('form.receiptOff')} required />
        </>
      )}
      <div {...chainMark}>
        <Field name="comment" label={t('form.comment')} hint={t('form.commentHint')} required>
          <TextInput maxLength={500} autoComplete="off" className="min-h-12" />
        </Field>
      </div>
      <Picture required={pictureRequired && isPaidOut} />
    </>
  );
}
