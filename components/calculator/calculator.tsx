'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState } from 'react';
import { getPathname } from '@/app/_i18n/navigation';
import { sendAction } from '@/components/ui/send-action';
import type { ActionResult } from '@/lib/action';
import { targetsOf } from './choose-pair';
import { ContinueButton } from './continue-button';
import { Facts } from './facts';
import { MiddleRow } from './middle-row';
import { pairPath } from './pair-path';
import { Problem } from './problem';
import type { CalcProblem } from './read-problem';
import { SideBox } from './side-box';
import { Spoken } from './spoken';
import type { CalcAnswer, CalcCatalog } from './types';
import { type CalcHome, useCalculator } from './use-calculator';

type CalculatorProps = {
  catalog: CalcCatalog;
  first: CalcAnswer;
  home: CalcHome;
  /** What is in the customer's wallet by asset; null: nobody is signed in. */
  wallet: Record<string, string> | null;
  /** "Continue" with JavaScript, which answers, and without, which always leads to a page. */
  quote: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  quoteAndGo: (form: FormData) => Promise<void>;
  /** Why the last "Continue" was refused, without JavaScript. */
  problem?: CalcProblem;
};

/**
 * Works from either side. Before the script arrives, and without it, this is a plain form: "Recalculate" asks for the
 * page again with both amounts, "Continue" posts. With it, the server is asked while one types; no money is counted here.
 */
export function Calculator({ catalog, first, home, wallet, quote, quoteAndGo, problem }: CalculatorProps) {
  const t = useTranslations('calculator');
  const calc = useCalculator(catalog, first, home, problem);
  const { input, answer, locale } = calc;
  const [refused, send, sending] = useActionState(
    (previous: ActionResult | null, form: FormData) => sendAction(quote, previous, form),
    null,
  );
  const from = catalog.methods.find(({ code }) => code === input.from);
  const to = catalog.methods.find(({ code }) => code === input.to);
  if (!from || !to) return null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const missing = input.text.trim() === '';
    calc.setMissing(missing);
    if (missing || (calc.state === 'answered' && !answer.price?.ok))
      return focusAmount(event.currentTarget, input.side);
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  const targets = targetsOf(catalog.targets, input.from);
  const action = getPathname({ href: home === 'pair' ? pairPath(first.from, first.to) : '/', locale });

  return (
    <form
      ref={calc.form}
      method="get"
      action={action}
      onSubmit={submit}
      noValidate
      aria-label={t('title')}
      className="rounded-2xl border border-border bg-surface p-4 shadow-surface sm:p-6"
    >
      {/* What Enter presses: the first button would otherwise be the one that puts another amount for the typed one. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="home" value={home} />
      <input type="hidden" name="side" value={input.side} />
      <SideBox
        side="give"
        method={from}
        methods={catalog.methods.filter(({ code }) => targetsOf(catalog.targets, code).length > 0)}
        calc={calc}
      />
      <MiddleRow calc={calc} />
      <SideBox
        side="get"
        method={to}
        methods={catalog.methods.filter(({ code }) => targets.includes(code))}
        note={t('method.onlyFor', { title: from.titles[locale] })}
        calc={calc}
      />
      <Problem calc={calc} refused={sending ? null : refused} problem={problem} />
      <ContinueButton action={quoteAndGo} sending={sending} />
      <Facts calc={calc} from={from} to={to} wallet={wallet} />
      <Spoken calc={calc} from={from} to={to} />
    </form>
  );
}

function focusAmount(form: HTMLFormElement, side: 'give' | 'get'): void {
  const field = form.elements.namedItem(side);
  if (field instanceof HTMLElement) field.focus();
}
