'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FeeView } from '@/lib/exchange/catalog-types';
import type { CalcMethod } from './types';
import type { CalculatorState } from './use-calculator';
import { amountWords, durationWords, feeTerms, rateWords } from './words';

type FactsProps = {
  calc: CalculatorState;
  from: CalcMethod;
  to: CalcMethod;
  /** What is in the wallet by asset; null: nobody is signed in. */
  wallet: Record<string, string> | null;
};

/** What the exchange costs and how it goes, told before anything is asked. */
export function Facts({ calc, from, to, wallet }: FactsProps) {
  const t = useTranslations('calculator');
  const { answer, locale, samePair } = calc;
  const { direction } = answer;
  if (!samePair || !direction) return <div className="mt-5 min-h-36" />;
  const { rate, fees, reserve, type, usualMinutes, expiryMinutes } = direction;
  // Paid in the same press that makes the order, and nobody has to send anything.
  const atOnce = from.kind === 'wallet' && to.kind === 'wallet' && type === 'automatic';
  return (
    <dl className="mt-5 grid gap-2 text-sm">
      {rate && (
        <Fact term={t('rate.term')} strong>
          {rateWords(t, rate, { from: from.asset, to: to.asset, locale })}
        </Fact>
      )}
      {fees.length === 0 && <Fact term={t('fee.term')}>{t('fee.none')}</Fact>}
      {fees.map((fee) => (
        <Fact key={`${fee.side}-${fee.of}`} term={feeTerm(t, fee)}>
          {feeAmount(calc, fee, fees) ?? feeTerms(t, fee, locale)}
        </Fact>
      ))}
      {[from, to]
        .filter(({ kind }) => kind === 'wallet')
        .map(({ code, asset }) => (
          <Fact key={code} term={t('wallet.has')}>
            {wallet ? amountWords(wallet[asset] ?? '0', asset, locale) : t('wallet.guest')}
          </Fact>
        ))}
      {reserve !== null && <Fact term={t('reserve')}>{amountWords(reserve, to.asset, locale)}</Fact>}
      <Fact term={t('type.term')}>{t(`type.${type}`)}</Fact>
      <Fact term={t('usualTime')}>
        {atOnce ? t('wallet.atOnce') : durationWords(t, usualMinutes, 'about')}
      </Fact>
      {from.kind !== 'wallet' && (
        <Fact term={t('timeToPay')}>{durationWords(t, expiryMinutes, 'exact')}</Fact>
      )}
    </dl>
  );
}

function Fact({ term, strong, children }: { term: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className={`numeric text-end ${strong ? 'text-base font-semibold' : ''}`}>{children}</dd>
    </div>
  );
}

type Translator = ReturnType<typeof useTranslations>;

function feeTerm(t: Translator, { side, of }: FeeView): string {
  return t(of === 'direction' ? 'fee.office' : `fee.${side}`);
}

/** In figures where an amount is priced and this is the only fee of its side; terms otherwise. */
function feeAmount({ answer, locale }: CalculatorState, fee: FeeView, fees: FeeView[]): string | null {
  const { price } = answer;
  if (!price?.ok || fees.filter(({ side }) => side === fee.side).length > 1) return null;
  return amountWords(fee.side === 'give' ? price.feeGive : price.feeGet, fee.asset, locale);
}
