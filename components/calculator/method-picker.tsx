'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MethodMark } from '@/components/method/method-mark';
import type { PriceSide } from '@/lib/exchange/pricing';
import { MethodRadios } from './method-radios';
import { MethodSearch } from './method-search';
import type { CalcMethod } from './types';
import type { CalculatorState } from './use-calculator';

type MethodPickerProps = {
  side: PriceSide;
  method: CalcMethod;
  methods: CalcMethod[];
  note?: string;
  calc: CalculatorState;
};

/** The method of a side, and behind it the others: found by typing, or plain radio buttons before the script is there. */
export function MethodPicker({ side, method, methods, note, calc }: MethodPickerProps) {
  const t = useTranslations('calculator');
  const [open, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const { hydrated, locale } = calc;

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    summary.current?.focus();
  };
  const title = method.titles[locale];
  return (
    <details
      ref={details}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="relative shrink-0 border-b border-separator sm:w-60 sm:border-s sm:border-b-0"
    >
      <summary
        ref={summary}
        data-pick={side}
        aria-label={t(`method.${side}`, { title, asset: method.asset })}
        className="flex h-13 items-center gap-2.5 rounded-xl px-3 hover:bg-surface-hover sm:h-14"
      >
        <MethodMark method={method} />
        <span className="min-w-0 grow leading-tight">
          <span className="line-clamp-2 text-sm font-medium">{title}</span>
        </span>
        <span className="text-sm text-muted">{method.asset}</span>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </summary>
      <div className="absolute inset-x-0 top-full z-30 mt-1 rounded-xl border border-border bg-overlay p-1.5 shadow-overlay sm:start-auto sm:end-0 sm:w-80">
        {hydrated ? (
          open && (
            <MethodSearch
              side={side}
              methods={methods}
              chosen={method.code}
              note={note}
              locale={locale}
              onClose={close}
              onChoose={(code) => {
                close();
                calc.choose(side, code);
              }}
            />
          )
        ) : (
          <MethodRadios side={side} methods={methods} chosen={method.code} note={note} locale={locale} />
        )}
      </div>
      {hydrated && <input type="hidden" name={side === 'give' ? 'from' : 'to'} value={method.code} />}
    </details>
  );
}
