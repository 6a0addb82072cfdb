import { randomInt, randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { expireOrders } from '@/lib/exchange/expire-orders';

/** A coin address that passes the checks, and a name for the payer. */
export const customerDetails = {
  holder: 'Анна-Мария Константинопольская-Верхнедвинская',
  address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
};

export const newEmail = () => `guest-${randomUUID().slice(0, 8)}@example.com`;

/** Freezes roubles for bitcoin and tells where the order form of it is, without the language. */
export async function newQuotePath(): Promise<{ quoteId: string; path: string }> {
  const { id } = await createQuote({ from: 'SBERRUB', to: 'BTC', side: 'give', amount: '5000' });
  return { quoteId: id, path: `/exchange/SBERRUB-BTC/order?quote=${id}` };
}

/** A guest's unpaid order from an address of his own, made by the command that the form calls. */
export async function newOrder(): Promise<{ orderId: string; secret: string; path: string }> {
  const { quoteId } = await newQuotePath();
  const { holder, address } = customerDetails;
  const { orderId, secret } = await createOrder({
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email: newEmail(),
    requisites: { 'give.holder': holder, 'get.address': address },
    locale: 'en',
    actor: { kind: 'guest', ip: `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}` },
  });
  return { orderId, secret, path: `/orders/${orderId}/${secret}` };
}

/** The demo's operator, as if signed in. */
export async function operator(): Promise<UserActor> {
  const [user] = await query<{ id: string; email: string; name: string }>(
    `SELECT id, email, name FROM users WHERE email = 'operator@kantor.test'`,
  );
  if (!user) throw new Error('The demo has no operator');
  const { id: userId, email, name } = user;
  return {
    kind: 'user',
    userId,
    sessionId: 'e2e',
    email,
    name,
    roles: ['operator'],
    locale: 'en',
    ip: '192.0.2.1',
  };
}

/** Id and secret out of the address of an order's page. */
export function orderOf(url: string): { orderId: string; secret: string } {
  const [, orderId = '', secret = ''] = /\/orders\/(ord_\w+)\/([\w-]+)$/.exec(new URL(url).pathname) ?? [];
  return { orderId, secret };
}

/** Leaves room for other stories: an address may have few open orders, and all browsers here have the same. */
export async function giveUp(url: string): Promise<void> {
  const { orderId, secret } = orderOf(url);
  await cancelByCustomer({ orderId, reader: { secret }, actor: { kind: 'guest', ip: '192.0.2.2' } });
}

/** The time of the order runs out. */
export async function runOut(orderId: string): Promise<void> {
  await query(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, [orderId]);
  await expireOrders();
}

/** The time of the quote runs out. */
export async function endQuote(quoteId: string): Promise<void> {
  await query(`UPDATE quotes SET expires_at = now() - interval '1 second' WHERE id = $1`, [quoteId]);
}

export async function countOrdersOfQuote(quoteId: string): Promise<number> {
  return (await query('SELECT id FROM orders WHERE quote_id = $1', [quoteId])).length;
}
