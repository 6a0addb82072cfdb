import { setTimeout as pause } from 'node:timers/promises';
import type { TestOffice } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { type Answer, callUntilAnswered, freshIp, orderBodyOf } from './api-client';

/** What customers were told, to be held against the database afterwards. */
export type Told = {
  orders: { id: string; key: string; give: unknown; get: unknown }[];
  claimed: string[];
  canceled: string[];
  /** Answers that nobody expects. */
  wrong: string[];
};

/** So many customers who order, then claim, cancel or leave, over and over until `isOver`, and repeat what is not answered. */
export async function letCustomersCome(
  url: string,
  office: TestOffice,
  customers: number,
  isOver: () => boolean,
): Promise<Told> {
  const told: Told = { orders: [], claimed: [], canceled: [], wrong: [] };
  const customer = async () => {
    while (!isOver()) {
      await oneOrder(url, office, told);
      await pause(Math.random() * 200);
    }
  };
  await Promise.all(Array.from({ length: customers }, customer));
  return told;
}

async function oneOrder(url: string, office: TestOffice, told: Told): Promise<void> {
  const ip = freshIp();
  const give = String(5_000 + Math.floor(Math.random() * 1_000));
  const quoted = { from: office.bank.code, to: office.coin.code, give };
  const quote = await callUntilAnswered(url, '/quotes', { body: quoted, ip });
  if (!isFine(quote, [201], told)) return;

  const key = newId('ord');
  const sending = { body: orderBodyOf(quote.body.id), key, ip };
  const made = await callUntilAnswered(url, '/orders', sending);
  if (!isFine(made, [201], told)) return;
  const id = String(made.body.id);
  told.orders.push({ id, key, give: made.body.give, get: made.body.get });

  const secret = String(made.body.secret);
  const chance = Math.random();
  // Whoever comes after the operator is told so: 409.
  if (chance < 0.5) {
    const body = { payer: 'Anna', reference: key };
    const claim = await callUntilAnswered(url, `/orders/${id}/claim`, { body, secret, ip });
    if (isFine(claim, [200, 409], told) && claim.status === 200) told.claimed.push(id);
  } else if (chance < 0.8) {
    const cancel = await callUntilAnswered(url, `/orders/${id}/cancel`, { secret, ip });
    if (isFine(cancel, [200, 409], told) && cancel.status === 200) told.canceled.push(id);
  }
}

function isFine(answer: Answer, statuses: number[], told: Told): boolean {
  if (statuses.includes(answer.status)) return true;
  told.wrong.push(`${answer.status} ${answer.text}`);
  return false;
}
