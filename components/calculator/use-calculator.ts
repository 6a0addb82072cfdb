'use client';

import { useLocale } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useRouter } from '@/app/_i18n/navigation';
import type { PriceSide } from '@/lib/exchange/pricing';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { choosePair, targetsOf } from './choose-pair';
import { amountQuery, pairPath } from './pair-path';
import type { CalcProblem } from './read-problem';
import { amountTextMax, type CalcAnswer, type CalcCatalog, type CalcInput } from './types';
import { useAnswer } from './use-answer';

/** Where the calculator stands: the page of one direction follows the choice, the storefront stays. */
export type CalcHome = 'site' | 'pair';

/** The side whose picker was used last: the page of another direction is a new one and would lose the focus. */
let focusOnArrival: PriceSide | null = null;

/** What is chosen and typed, the answer to it, and all that one can do. */
export function useCalculator(
  catalog: CalcCatalog,
  first: CalcAnswer,
  home: CalcHome,
  problem?: CalcProblem,
) {
  const locale = toLocale(useLocale());
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const touched = useRef(false);
  const [input, setInput] = useState<CalcInput>(() => inputOf(first));
  const { answer, state, askAgain } = useAnswer(first, input, locale);
  /** "Continue" was pressed without an amount. */
  const [missing, setMissing] = useState(problem === 'missing');
  const hydrated = useSyncExternalStore(neverChanges, yes, no);

  const change = (next: CalcInput) => {
    touched.current = true;
    setMissing(false);
    setInput(next);
    if (home === 'site' || (next.from === input.from && next.to === input.to)) return;
    const href = { pathname: pairPath(next.from, next.to), query: amountQuery(next.side, next.text) };
    router.replace(href, { scroll: false });
  };
  const choose = (side: PriceSide, code: string) => {
    const wanted = side === 'give' ? { from: code, to: input.to } : { from: input.from, to: code };
    const pair = choosePair(catalog, wanted);
    if (!pair) return;
    if (home === 'pair') focusOnArrival = side;
    change({ ...input, ...pair });
  };
  const type = (side: PriceSide, text: string) =>
    change({ ...input, side, text: text.slice(0, amountTextMax) });
  const swap = () => {
    const side = input.side === 'give' ? 'get' : 'give';
    change({ ...input, from: input.to, to: input.from, side });
  };

  // The address follows, so that a reload or a link sent to somebody shows the same.
  useEffect(() => {
    if (!touched.current || state !== 'answered') return;
    const { from, to, side, text } = answer;
    // On its way to another direction's page: a word about the address now would call that off.
    if (home === 'pair' && (from !== first.from || to !== first.to)) return;
    const query = { ...(home === 'site' ? { from, to } : {}), ...amountQuery(side, text.trim()) };
    const search = new URLSearchParams(query).toString();
    window.history.replaceState(null, '', search ? `?${search}` : window.location.pathname);
  }, [answer, state, home, first.from, first.to]);

  // What was typed before the script arrived is not lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    if (focusOnArrival) form.current?.querySelector<HTMLElement>(`[data-pick="${focusOnArrival}"]`)?.focus();
    focusOnArrival = null;
    for (const side of ['give', 'get'] as const) {
      const field = form.current?.elements.namedItem(side);
      if (field instanceof HTMLInputElement && field.value !== shown(side)) return type(side, field.value);
    }
  }, []);

  const samePair = answer.from === input.from && answer.to === input.to;
  const shown = (side: PriceSide) => {
    if (side === input.side) return input.text;
    if (!samePair || input.text.trim() === '' || !answer.price?.ok) return '';
    return answer.side === input.side ? formatAmount(answer.price[side], locale) : '';
  };
  const canSwap = targetsOf(catalog.targets, input.to).includes(input.from);

  return {
    form,
    input,
    answer,
    state,
    samePair,
    hydrated,
    locale,
    shown,
    canSwap,
    choose,
    type,
    swap,
    askAgain,
    missing,
    setMissing,
  };
}

export type CalculatorState = ReturnType<typeof useCalculator>;

function inputOf({ from, to, side, text }: CalcAnswer): CalcInput {
  return { from, to, side, text };
}

const neverChanges = () => () => {};
const yes = () => true;
const no = () => false;
