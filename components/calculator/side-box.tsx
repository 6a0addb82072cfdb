'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import type { PriceSide } from '@/lib/exchange/pricing';
import { AmountHint } from './amount-hint';
import { MethodPicker } from './method-picker';
import { amountTextMax, type CalcMethod } from './types';
import type { CalculatorState } from './use-calculator';

type SideBoxProps = {
  side: PriceSide;
  method: CalcMethod;
  /** What can be chosen on this side. */
  methods: CalcMethod[];
  /** Said at the end of the list. */
  note?: string;
  calc: CalculatorState;
};

/** One side of the exchange: how much, and by what. Below it the limits, or what is wrong with the amount. */
export function SideBox({ side, method, methods, note, calc }: SideBoxProps) {
  const t = useTranslations('calculator');
  const hintId = useId();
  const text = calc.shown(side);
  const stale = calc.state === 'waiting' && side !== calc.input.side;
  const { price } = calc.answer;
  const wrong = price !== null && !price.ok;
  const invalid = calc.samePair && side === calc.input.side && (wrong || calc.missing);

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{t(side)}</legend>
      <div
        className={classes(
          'flex flex-col-reverse rounded-xl border bg-field-background focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus sm:flex-row',
          invalid ? 'border-danger' : 'border-field-border',
        )}
      >
        <input
          name={side}
          value={text}
          onChange={(event) => calc.type(side, event.target.value)}
          onFocus={(event) => event.target.select()}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={amountTextMax}
          placeholder="0"
          aria-label={t(`amount.${side}`, { asset: method.asset })}
          aria-invalid={invalid || undefined}
          aria-describedby={hintId}
          className={classes(
            'numeric h-13 w-full min-w-0 grow rounded-xl bg-transparent px-3.5 text-2xl font-semibold outline-none placeholder:font-normal placeholder:text-field-placeholder sm:h-14',
            stale && 'text-muted',
          )}
        />
        <input type="hidden" name={side === 'give' ? 'wasGive' : 'wasGet'} value={text} />
        <MethodPicker side={side} method={method} methods={methods} note={note} calc={calc} />
      </div>
      <AmountHint id={hintId} side={side} method={method} calc={calc} />
    </fieldset>
  );
}
