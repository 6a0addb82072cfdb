import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { type Answer, callApi, orderBodyOf } from './support/api-client';
import { expectWholeStories } from './support/whole-story';

let server: KillableServer;
let office: TestOffice;

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 1_000_000_000_000n, pool: 3 });
  // Few connections: the limit is reached with the load of a test, not of a town.
  server = await killableServer({ DATABASE_POOL_SIZE: '2' });
  await server.start();
});

afterAll(() => server?.stop());

type Outcome = { answers: Answer[]; orders: { id: string; key: string }[] };

const customers = 100;
const wantedOrders = 30;

async function order(outcome: Outcome, name: string): Promise<void> {
  const body = { from: office.bank.code, to: office.coin.code, give: '6000' };
  const quote = await callApi(server.url, '/quotes', { body });
  outcome.answers.push(quote);
  if (quote.status !== 201) return;
  const key = `overload-${name}`;
  const made = await callApi(server.url, '/orders', { body: orderBodyOf(quote.body.id), key });
  outcome.answers.push(made);
  if (made.status === 201) outcome.orders.push({ id: String(made.body.id), key: `api:${key}` });
}

/** Comes back, refused or not, until all of them together have their orders. */
async function customer(outcome: Outcome, name: string): Promise<void> {
  for (let visit = 1; outcome.orders.length < wantedOrders; visit += 1) {
    await order(outcome, `${name}-${visit}`);
    await pause(Math.random() * 1_000);
  }
}

it('far more than fits at once: whoever is refused hears it in time, and what was accepted is right', async () => {
  const outcome: Outcome = { answers: [], orders: [] };
  await Promise.all(Array.from({ length: customers }, (_, index) => customer(outcome, String(index))));
  const codes = new Set(outcome.answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()));
  for (const code of codes) expect(['201', '503 unavailable', '429 too_many_requests']).toContain(code);
  expect(codes).toContain('503 unavailable');
  // A ratio, not a time: a busy machine is slow to say anything at all.
  const median = (isAccepted: boolean) => {
    const times = outcome.answers.filter(({ status }) => (status === 201) === isAccepted).map(({ ms }) => ms);
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  };
  expect(median(false)).toBeLessThan(median(true));
  // Once the load is over it serves as before.
  await order(outcome, 'after');
  expect(outcome.orders.at(-1)?.key).toBe('api:overload-after');
  const kept = await query<{ id: string; key: string }>('SELECT id, idempotency_key AS key FROM orders');
  const ids = new Set(kept.map(({ id, key }) => `${id} ${key}`));
  for (const { id, key } of outcome.orders) expect(ids).toContain(`${id} ${key}`);
  await expectWholeStories();
});
