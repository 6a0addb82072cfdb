import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { type CreatedOrder, createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { loadOrder, type Order } from '@/lib/exchange/order-row';
import type { TestOffice } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';

export const goodCard = '4111 1111 1111 1111';
export const goodAddress = '1BoatSLRHtKNngkdXEeobR76b53LETtpyT';

let people = 0;

/** A guest from an address of his own. */
export function guest(): Actor {
  people += 1;
  return { kind: 'guest', ip: `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}` };
}

/** A quote of the office's bank → coin direction; by what is given, in roubles, or got, in coin units. */
export async function makeQuote(
  office: TestOffice,
  give: string | { getUnits: bigint } = '60000',
): Promise<string> {
  const named =
    typeof give === 'string'
      ? ({ side: 'give', amount: give } as const)
      : ({ side: 'get', amount: give.getUnits } as const);
  return (await createQuote({ from: office.bank.code, to: office.coin.code, ...named })).id;
}

type Body = Parameters<typeof createOrder>[0];

/** What a customer would send for that quote; another e-mail each time. */
export function orderBody(quoteId: string, more: Partial<Body> = {}): Body {
  return {
    quoteId,
    email: `${newId('usr')}@example.com`,
    requisites: { 'give.card': goodCard, 'get.address': goodAddress },
    locale: 'en',
    idempotencyKey: `form:${quoteId}`,
    actor: guest(),
    ...more,
  };
}

/** A new order of the office, as a guest makes it. */
export async function makeOrder(
  office: TestOffice,
  more: Partial<Body> = {},
  give?: string,
): Promise<CreatedOrder> {
  return createOrder(orderBody(await makeQuote(office, give), more));
}

/** The order as it stands now. */
export async function theOrder(orderId: string): Promise<Order> {
  const order = await loadOrder({ query }, orderId);
  if (!order) throw new Error('no such order');
  return order;
}
