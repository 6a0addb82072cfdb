'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { currentActor } from '@/app/_auth/current-actor';
import { limitQuotes } from '@/app/_exchange/limit-quotes';
import { dropDraft, keepDraft } from '@/app/_exchange/order-draft';
import { redirect } from '@/app/_i18n/navigation';
import { pairPath } from '@/components/calculator/pair-path';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { saveRequisites } from '@/lib/auth/save-requisites';
import { AppError, fail } from '@/lib/errors';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote, loadQuote } from '@/lib/exchange/create-quote';
import { orderProblems } from '@/lib/exchange/order-form';
import { toLocale } from '@/lib/i18n/locales';
import { addressKey, limit } from '@/lib/rate-limit';

const ordersPerAddress = { points: 30, seconds: 60 };

/** Refusals that mean the page shows what is no more. */
const stale = new Set<string>(['quote_expired', 'quote_used', 'wallet_not_enough', 'wallet_sign_in']);

/** The order form: makes the order, or a new quote at the present rate where the old one is over. */
export async function submitOrder(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const values = formValues(form);
  const result = await runAction(async () => {
    if (values.intent === 'renew') {
      await limitQuotes();
      return renewQuote(values);
    }
    await limit('order-form', addressKey(clientIp(await headers())), ordersPerAddress);
    return makeOrder(values);
  }, values);
  // The page says by itself what has become of its quote, or what is left in the wallet, and what to do next.
  if (!result.ok && stale.has(result.code)) refresh();
  return result;
}

async function makeOrder(values: Record<string, string>): Promise<never> {
  const actor = await currentActor();
  const locale = toLocale(await getLocale());
  const quoteId = values.quoteId ?? '';
  const details = {
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email: values.email ?? '',
    phone: values.phone ?? '',
    requisites: pick(values, /^(give|get)\./),
    locale,
    payFromWallet: values.payFromWallet === 'on',
  };
  if (values.consent !== 'on') {
    const problems = await orderProblems(details);
    fail('invalid_input', { fields: { ...problems, consent: { key: 'consent' } } });
  }
  const { orderId, secret } = await orderOnce({ ...details, actor });
  if (values.save === 'on') await keepRequisites(values, quoteId, actor);
  await dropDraft(locale);
  return redirect({ href: `/orders/${orderId}/${secret}`, locale });
}

/** A second press with other details finds the order of the first one: to a person that is one and the same. */
async function orderOnce(input: Parameters<typeof createOrder>[0]) {
  try {
    return await createOrder(input);
  } catch (error) {
    if (error instanceof AppError && error.code === 'idempotency_mismatch') fail('quote_used');
    throw error;
  }
}

async function renewQuote(values: Record<string, string>): Promise<never> {
  const locale = toLocale(await getLocale());
  const old = (await loadQuote(values.quoteId ?? '')) ?? fail('not_found');
  const [from, to] = [old.give.code, old.get.code];
  const quote = await createQuote({ from, to, side: 'give', amount: old.give.amount });
  await keepDraft(quote.id, values, locale);
  return redirect({ href: { pathname: `${pairPath(from, to)}/order`, query: { quote: quote.id } }, locale });
}

/** Kept for the next order. The order is made already: what cannot be kept is no reason to fail. */
async function keepRequisites(values: Record<string, string>, quoteId: string, actor: Actor): Promise<void> {
  const quote = await loadQuote(quoteId);
  if (!quote || actor.kind !== 'user') return;
  for (const side of ['give', 'get'] as const) {
    const typed = Object.entries(pick(values, new RegExp(`^${side}\\.`)));
    if (!typed.some(([, value]) => value.trim() !== '')) continue;
    const plain = Object.fromEntries(typed.map(([name, value]) => [name.slice(side.length + 1), value]));
    try {
      await saveRequisites({ methodCode: quote[side].code, label: '', values: plain, actor });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

function pick(values: Record<string, string>, wanted: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted.test(name)));
}
