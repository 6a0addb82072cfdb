'use server';

import { getLocale } from 'next-intl/server';
import { limitQuotes } from '@/app/_exchange/limit-quotes';
import { redirect } from '@/app/_i18n/navigation';
import { amountQuery, pairPath } from '@/components/calculator/pair-path';
import { readInput } from '@/components/calculator/read-input';
import { readProblem } from '@/components/calculator/read-problem';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { createQuote } from '@/lib/exchange/create-quote';

/** "Continue" in a browser with JavaScript: the order form, or the reason why not, beside what was typed. */
export async function makeQuote(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const made = await quoteOf(form);
  return made.ok ? goToOrder(made.value) : made;
}

/** "Continue" without JavaScript: the order form, or the calculator again with what was typed. */
export async function makeQuoteAndGo(form: FormData): Promise<void> {
  const made = await quoteOf(form);
  if (made.ok) return goToOrder(made.value);
  const { from = '', to = '', side, text } = readInput(formValues(form));
  // What is wrong with the amount is seen by the page itself; the rest it has to be told.
  const problem = text === '' ? 'missing' : made.code;
  const told = readProblem({ problem }) ? { problem } : {};
  const onPair = formOf(form).get('home') === 'pair';
  const query = { ...amountQuery(side, text), ...told, ...(onPair ? {} : { from, to }) };
  const pathname = onPair ? pairPath(from, to) : '/';
  return redirect({ href: { pathname, query }, locale: await getLocale() });
}

type Made = { id: string; from: string; to: string };

async function quoteOf(form: FormData): Promise<ActionResult<Made>> {
  return runAction(async () => {
    const { from = '', to = '', side, text } = readInput(formValues(form));
    await limitQuotes();
    const { id } = await createQuote({ from, to, side, amount: text });
    return { id, from, to };
  });
}

async function goToOrder({ id, from, to }: Made): Promise<never> {
  const href = { pathname: `${pairPath(from, to)}/order`, query: { quote: id } };
  return redirect({ href, locale: await getLocale() });
}
