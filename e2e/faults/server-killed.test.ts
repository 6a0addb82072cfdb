import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { type BoundProcess, runBound } from '@/scripts/bound-process';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { letCustomersCome, type Told } from './support/customers';
import { expectAllLettersSent, expectWholeStories, letLeasesRunOut } from './support/whole-story';

const kills = 3;
let office: TestOffice;
let server: KillableServer;
let operators: BoundProcess | undefined;

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 1_000_000_000_000n, pool: 3 });
  server = await killableServer();
  await server.start();
});

afterAll(async () => {
  await operators?.kill();
  await server?.stop();
});

function startOperators(): BoundProcess {
  return runBound({
    args: ['--import', 'tsx', 'e2e/faults/support/operators.ts'],
    env: { LOG_LEVEL: 'warn' },
  });
}

it('server and operators are killed again and again while twenty customers come: nothing is torn or lost', async () => {
  let over = false;
  const customers = letCustomersCome(server.url, office, 20, () => over);
  for (let kill = 1; kill <= kills; kill += 1) {
    operators = startOperators();
    await pause(2_500 + Math.random() * 2_500);
    await Promise.all([server.kill(), pause(Math.random() * 300).then(() => operators?.kill())]);
    await server.start();
  }
  operators = startOperators();
  await pause(3_000);
  over = true;
  const told = await customers;
  // Asked to end, they finish the step they are at.
  await operators.stop();
  expect(told.wrong).toEqual([]);
  await letLeasesRunOut();
  await expectAllLettersSent();

  const orders = await expectWholeStories();
  expect(orders).toBeGreaterThan(kills * 5);
  await expectKept(told);
});

/** What was acknowledged is there as it was told, once; and there is no order that was never acknowledged. */
async function expectKept(told: Told): Promise<void> {
  const kept = await query<{ id: string; key: string; events: string[] }>(
    `SELECT o.id, o.idempotency_key AS key, (SELECT array_agg(event) FROM order_events WHERE order_id = o.id) AS events
     FROM orders o`,
  );
  const keys = (rows: { id: string; key: string }[]) => rows.map(({ id, key }) => `${id} ${key}`).sort();
  expect(keys(kept)).toEqual(keys(told.orders.map(({ id, key }) => ({ id, key: `api:${key}` }))));
  const events = new Map(kept.map(({ id, events: of }) => [id, of]));
  for (const id of told.claimed) expect(events.get(id)).toContain('claimed');
  for (const id of told.canceled) expect(events.get(id)).toContain('canceled');
}
