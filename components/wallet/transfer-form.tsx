'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { TransferAsset, TransferSummary } from '@/lib/wallet/check-transfer';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { type LookUp, NumberField } from './number-field';

type TransferFormProps = {
  assets: TransferAsset[];
  /** What is to be changed, where somebody came back from the summary. */
  typed: TransferSummary | null;
  check: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  lookUp: LookUp;
};

/** Whose wallet, how much of what, and a word along. */
export function TransferForm({ assets, typed, check, lookUp }: TransferFormProps) {
  const t = useTranslations('wallet.transfer');
  const locale = toLocale(useLocale());
  const [code, setCode] = useState(typed?.asset ?? assets[0]?.asset ?? '');
  const chosen = assets.find(({ asset }) => asset === code);
  const told = (amount: string) => `${formatAmount(amount, locale)} ${code}`;
  return (
    <Card>
      <ActionForm action={check}>
        <NumberField initial={typed ? formatWalletNumber(typed.number) : ''} lookUp={lookUp} />
        <Field name="asset" label={t('asset')} required>
          <Select value={code} onChange={(event) => setCode(event.currentTarget.value)}>
            {assets.map(({ asset, available }) => (
              <option key={asset} value={asset}>
                {t('option', { asset, available: formatAmount(available, locale) })}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="amount" label={t('amount')} required hint={chosen && boundsOf(chosen, told, t)}>
          <TextInput amount suffix={code} defaultValue={typed ? formatAmount(typed.amount, locale) : ''} />
        </Field>
        <Field name="comment" label={t('comment')} optional hint={t('commentHint')}>
          <TextInput maxLength={200} defaultValue={typed?.comment} autoComplete="off" />
        </Field>
        <SubmitButton className="justify-self-start">{t('next')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

type Words = ReturnType<typeof useTranslations<'wallet.transfer'>>;

/** Limits of one transfer and what is left of the day's. */
function boundsOf({ min, max, dayLeft }: TransferAsset, told: (amount: string) => string, t: Words): string {
  const bounds =
    min && max
      ? t('bounds', { min: told(min), max: told(max) })
      : min
        ? t('least', { min: told(min) })
        : max
          ? t('most', { max: told(max) })
          : '';
  return [bounds, dayLeft && t('left', { left: told(dayLeft) })].filter(Boolean).join(' ');
}
