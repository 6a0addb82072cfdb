'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { errorWords } from '@/components/ui/error-words';
import type { ActionResult } from '@/lib/action';
import type { CalcProblem } from './read-problem';
import type { CalculatorState } from './use-calculator';

type ProblemProps = { calc: CalculatorState; refused: ActionResult | null; problem?: CalcProblem };

/** What stands in the way of the whole exchange, not of one amount. */
export function Problem({ calc, refused, problem }: ProblemProps) {
  const t = useTranslations('calculator');
  const errors = useTranslations('errors');
  if (calc.state === 'failed')
    return (
      <div className="mt-3">
        <Alert tone="warning" title={t('failed.title')}>
          <p>{t('failed.text')}</p>
          <Button size="sm" onClick={calc.askAgain} className="mt-2">
            {t('failed.again')}
          </Button>
        </Alert>
      </div>
    );
  const { direction, price } = calc.answer;
  const state = direction?.state ?? 'direction_closed';
  if (calc.samePair && state !== 'open' && !price)
    return (
      <div className="mt-3">
        <Alert tone="warning" title={t(`state.${state}.title`)}>
          {t(`state.${state}.text`)}
        </Alert>
      </div>
    );
  const told = refused && !refused.ok ? refused : null;
  const code = told?.code ?? problem;
  // What is wrong with the amount is said beside it.
  if (!code || code === 'missing' || (told && calc.answer.price && !calc.answer.price.ok)) return null;
  const { key, values } = errorWords(told ?? { ok: false, code });
  return (
    <div className="mt-3">
      <Alert tone="danger" role="alert">
        {errors(errors.has(key) ? key : 'unexpected', values)}
      </Alert>
    </div>
  );
}
