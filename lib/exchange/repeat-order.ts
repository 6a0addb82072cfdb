import { type Actor, requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { createQuote } from '@/lib/exchange/create-quote';
import { customersOrder } from '@/lib/exchange/order-access';
import { walletKey } from '@/lib/exchange/order-lines';
import type { Order, Requisites } from '@/lib/exchange/order-row';
import { formatUnits } from '@/lib/money';

export type Repetition = {
  /** Monitor codes of the two methods, and what is given, a plain decimal. */
  from: string;
  to: string;
  give: string;
  /** The same exchange at the present rate; null where it cannot be had just now. */
  quoteId: string | null;
  /** The details of the order by the names of the order form's fields. */
  details: Record<string, string>;
};

/**
 * What it takes to make an order of one's own once more: a new quote of the same amount, and what the office was told
 * then. Callers limit how often. Throws `not_signed_in`, `not_found`, `forbidden`.
 */
export async function repeatOrder({
  orderId,
  actor,
}: {
  orderId: string;
  actor: Actor;
}): Promise<Repetition> {
  const order = await customersOrder(orderId, { actor: requireUser(actor) });
  const { from, to } = order;
  const give = formatUnits(order.giveUnits, from.scale);
  return { from: from.code, to: to.code, give, quoteId: await quoteAgain(order), details: detailsOf(order) };
}

/** A direction that is closed, a limit or a reserve in the way: the direction's own page says so. */
async function quoteAgain({ from, to, giveUnits }: Order): Promise<string | null> {
  try {
    return (await createQuote({ from: from.code, to: to.code, side: 'give', amount: giveUnits })).id;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function detailsOf({ email, phone, giveRequisites, getRequisites }: Order): Record<string, string> {
  return {
    email,
    ...(phone && { phone }),
    ...named('give', giveRequisites),
    ...named('get', getRequisites),
  };
}

function named(side: 'give' | 'get', requisites: Requisites): Record<string, string> {
  return Object.fromEntries(
    Object.entries(requisites)
      .filter(([key]) => key !== walletKey)
      .map(([key, { value }]) => [`${side}.${key}`, value]),
  );
}
