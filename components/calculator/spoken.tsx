'use client';

import { useTranslations } from 'next-intl';
import { refusalWords } from './refusal-words';
import type { CalcMethod } from './types';
import type { CalculatorState } from './use-calculator';
import { amountWords } from './words';

/** The answer in one sentence for screen readers, when it changes. */
export function Spoken({ calc, from, to }: { calc: CalculatorState; from: CalcMethod; to: CalcMethod }) {
  const t = useTranslations('calculator');
  const errors = useTranslations('errors');
  const { answer, locale, samePair, state } = calc;
  const { price } = answer;
  const words = () => {
    if (!samePair || state !== 'answered' || !price) return '';
    if (!price.ok)
      return refusalWords(price, (answer.side === 'give' ? from : to).asset, { t, errors, locale });
    const give = amountWords(price.give, from.asset, locale);
    return t('said', { give, get: amountWords(price.get, to.asset, locale) });
  };
  return (
    <p aria-live="polite" className="sr-only">
      {calc.hydrated && words()}
    </p>
  );
}
