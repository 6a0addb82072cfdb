'use client';

import { ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { buttonClass } from '@/components/ui/button-class';
import { Spinner } from '@/components/ui/spinner';
import { amountQuery, pairPath } from './pair-path';
import type { CalculatorState } from './use-calculator';

/** Between the two sides: the turn the other way round, and at the end "Recalculate" until the script is there. */
export function MiddleRow({ calc }: { calc: CalculatorState }) {
  const t = useTranslations('calculator');
  const { input, canSwap, hydrated, state } = calc;
  const side = input.side === 'give' ? 'get' : 'give';
  return (
    <div className="my-1 flex h-11 items-center justify-between">
      {canSwap ? (
        <Link
          href={{ pathname: pairPath(input.to, input.from), query: amountQuery(side, input.text) }}
          prefetch={false}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            calc.swap();
          }}
          className={buttonClass({ variant: 'ghost', size: 'sm' }, 'text-muted')}
        >
          <ArrowUpDown aria-hidden="true" className="size-4" />
          {t('swap')}
        </Link>
      ) : (
        <span />
      )}
      {hydrated ? (
        <span className="pe-2 text-muted">{state === 'waiting' && <Spinner />}</span>
      ) : (
        <button type="submit" className={buttonClass({ variant: 'ghost', size: 'sm' })}>
          {t('recalculate')}
        </button>
      )}
    </div>
  );
}
