'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { TillAssetView } from '@/lib/cashier/till-types';
import type { TillKind } from '@/lib/cashier/till-words';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { chainMark } from './next-field';

type AmountFieldProps = { kind: TillKind; assets: TillAssetView[]; asset?: string; amount?: string };

/** How much of what. The asset is chosen already and Enter passes it by: most tills work with one. */
export function AmountField({ kind, assets, asset, amount }: AmountFieldProps) {
  const t = useTranslations('till.form');
  const locale = toLocale(useLocale());
  const { values } = useContext(FormContext);
  const [chosen, setChosen] = useState(values.asset ?? asset ?? assets[0]?.asset ?? '');
  const view = assets.find((one) => one.asset === chosen);
  const hint = kind === 'top_up' && view ? <TopUpTerms view={view} /> : undefined;
  return (
    <div className="flex items-start gap-2">
      {assets.length > 1 ? (
        <Field name="asset" label={t('asset')} className="w-32 shrink-0">
          <Select
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            className="min-h-14 text-lg"
          >
            {assets.map(({ asset: code, titles }) => (
              <option key={code} value={code} title={titles[locale]}>
                {code}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <input type="hidden" name="asset" value={chosen} />
      )}
      <div className="min-w-0 grow" {...chainMark}>
        <Field name="amount" label={t(kind === 'top_up' ? 'amount' : 'amountOff')} hint={hint} required>
          <TextInput
            amount
            suffix={assets.length > 1 ? undefined : chosen}
            defaultValue={amount}
            maxLength={40}
            className="min-h-14 text-2xl"
          />
        </Field>
      </div>
    </div>
  );
}

/** Bounds and fee of a top-up, told before it is made; nothing where there are none. */
function TopUpTerms({ view }: { view: TillAssetView }) {
  const t = useTranslations('till.form');
  const locale = toLocale(useLocale());
  const money = (value: string) => `${formatAmount(value, locale)} ${view.asset}`;
  const isSome = (value: string) => /[1-9]/.test(value);
  const fee = [
    isSome(view.feePercent) && `${formatAmount(view.feePercent, locale)} %`,
    isSome(view.feeFixed) && money(view.feeFixed),
  ].filter(Boolean);
  const terms = [
    view.least && view.most
      ? t('between', { least: formatAmount(view.least, locale), most: money(view.most) })
      : (view.least && t('least', { amount: money(view.least) })) ||
        (view.most && t('most', { amount: money(view.most) })),
    fee.length > 0 && t('fee', { fee: fee.join(' + ') }),
  ].filter(Boolean);
  return terms.length > 0 ? <span className="numeric">{terms.join(' ')}</span> : null;
}
