'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-class';
import type { PriceSide } from '@/lib/exchange/pricing';
import { refusalWords } from './refusal-words';
import type { CalcMethod } from './types';
import type { CalculatorState } from './use-calculator';
import { amountWords, rangeWords } from './words';

type AmountHintProps = { id: string; side: PriceSide; method: CalcMethod; calc: CalculatorState };

/** The limits of a side; where the amount is wrong, what is wrong and the nearest that works as a button. */
export function AmountHint({ id, side, method, calc }: AmountHintProps) {
  const t = useTranslations('calculator');
  const errors = useTranslations('errors');
  const { answer, locale, samePair } = calc;
  const { price, direction } = answer;
  if (!samePair) return <p id={id} className="mt-1.5 min-h-5 text-sm" />;
  if (side === calc.input.side && price && !price.ok) {
    const words = refusalWords(price, method.asset, { t, errors, locale });
    const nearest = price.nearest?.[side];
    return (
      <div
        id={id}
        className="mt-1.5 flex min-h-5 flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-danger"
      >
        <p className="flex items-start gap-1.5">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {words}
        </p>
        {nearest && (
          <button
            type="submit"
            name={side === 'give' ? 'useGive' : 'useGet'}
            value={nearest}
            onClick={(event) => {
              event.preventDefault();
              calc.type(side, nearest);
            }}
            className={buttonClass({ variant: 'secondary', size: 'sm' }, 'numeric')}
          >
            {t('use', { amount: amountWords(nearest, method.asset, locale) })}
          </button>
        )}
      </div>
    );
  }
  if (side === calc.input.side && calc.missing)
    return (
      <p id={id} className="mt-1.5 flex min-h-5 items-start gap-1.5 text-sm text-danger">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t('missing')}
      </p>
    );
  const range = direction?.[side];
  const rounded = side === calc.input.side && price?.ok && price.rounded;
  return (
    <p id={id} className="numeric mt-1.5 min-h-5 text-sm text-muted">
      {rounded
        ? t(`rounded.${side}`, { amount: amountWords(price[side], method.asset, locale) })
        : range && rangeWords(t, range, method.asset, locale)}
    </p>
  );
}
