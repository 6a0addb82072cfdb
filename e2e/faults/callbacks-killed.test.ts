import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { type Callback, paidOrders, sendAll, shuffled } from './support/callbacks';
import { letLeasesRunOut } from './support/whole-story';

const orders = 1_000;
const kills = 2;
let office: DoorOffice;
let callbacks: Callback[];
let server: KillableServer;

beforeAll(async () => {
  ({ office, callbacks } = await paidOrders(orders));
  // The letters of their creation are another test's affair.
  await query(`UPDATE letters SET state = 'sent', sent_at = now()`);
  await query(`DELETE FROM pgboss.job WHERE name = 'send-letter'`);
  server = await killableServer();
  await server.start();
});

afterAll(async () => {
  await server?.stop();
});

it('a thousand callbacks, each sent three times in random order to a server that is killed, move each order once', async () => {
  const door = `${server.url}/api/callbacks/robokassa/${office.bank.code}`;
  let over = false;
  const withoutLetters = dropLetterJobs(() => over);
  const sending = sendAll(door, shuffled([...callbacks, ...callbacks, ...callbacks]));
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(1_500 + Math.random() * 1_500);
    await server.kill();
    await server.start();
  }
  const sent = await sending;
  expect(sent.wrong).toEqual([]);
  expect(sent.again).toBeGreaterThan(0);

  await letLeasesRunOut();
  await expectAllProcessed();
  over = true;
  await withoutLetters;
  await expectEachMovedOnce();
  await expectAllInOrder();
}, 300_000);

/** Writing thousands of letters would be most of the work, and is another test's affair. */
async function dropLetterJobs(isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await query(`DELETE FROM pgboss.job WHERE name = 'send-letter' AND state = 'created'`);
    await pause(200);
  }
}

/** Whatever the dead server had in hand is done by the living one. */
async function expectAllProcessed(): Promise<void> {
  await expect
    .poll(() => query(`SELECT count(*)::int AS left FROM payment_notices WHERE processed_at IS NULL`), {
      timeout: 180_000,
      interval: 500,
    })
    .toEqual([{ left: 0 }]);
}

async function expectEachMovedOnce(): Promise<void> {
  const stories = await query(
    `SELECT status, exception, received_units::text AS received,
       (SELECT count(*) FROM order_events e WHERE e.order_id = o.id AND e.event = 'received')::int AS received_events,
       (SELECT count(*) FROM ledger_transfers t WHERE t.subject = o.id AND t.kind = 'receipt')::int AS receipts,
       (SELECT count(*) FROM letters l WHERE l.order_id = o.id AND l.code = 'A2')::int AS letters, count(*)::int AS orders
     FROM orders o GROUP BY 1, 2, 3, 4, 5, 6`,
  );
  expect(stories).toEqual([
    {
      status: 'funds_received',
      exception: null,
      received: '600000',
      received_events: 1,
      receipts: 1,
      letters: 1,
      orders: callbacks.length,
    },
  ]);
  // A notice whose job died between paying and saying so is found to be known already when it is done again.
  const [notices] = await query(
    `SELECT count(*) FILTER (WHERE verdict <> 'accepted' OR outcome NOT IN ('paid', 'repeated'))::int AS other,
       count(*)::int >= $1 AS all_kept
     FROM payment_notices`,
    [callbacks.length * 3],
  );
  expect(notices).toEqual({ other: 0, all_kept: true });
}
