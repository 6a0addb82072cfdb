import { expect } from 'vitest';
import { query } from '@/lib/db';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { boss } from '@/lib/jobs/boss';

/** Letters and transfers that each event of an order's history demands, in tests without receipts at finalizing. */
const demanded: Record<string, { letters: string[]; transfers: string[] }> = {
  created: { letters: ['U1', 'A3'], transfers: ['hold'] },
  claimed: { letters: ['A4'], transfers: [] },
  scheduled: { letters: ['U2'], transfers: ['receipt'] },
  finalized: { letters: ['U3'], transfers: ['completion'] },
  canceled: { letters: ['U4'], transfers: ['release'] },
  expired: { letters: ['U4'], transfers: ['release'] },
};

type Traces = { id: string; events: string[]; letters: string[] | null; transfers: string[] | null };

/**
 * Whatever was interrupted: each order has exactly the letters and transfers that its history demands, none of either
 * is without an order, the books close, the counts fit and the holds are those of open orders. Returns how many orders.
 */
export async function expectWholeStories(): Promise<number> {
  const orders = await query<Traces>(
    `SELECT o.id,
       (SELECT array_agg(event) FROM order_events WHERE order_id = o.id AND event NOT IN ('held', 'taken_over', 'released')) AS events,
       (SELECT array_agg(code ORDER BY code) FROM letters WHERE order_id = o.id) AS letters,
       (SELECT array_agg(kind ORDER BY kind) FROM ledger_transfers WHERE subject = o.id) AS transfers
     FROM orders o`,
  );
  for (const { id, events, letters, transfers } of orders) {
    const wanted = (of: 'letters' | 'transfers') =>
      events.flatMap((event) => demanded[event]?.[of] ?? []).sort();
    expect({ id, letters, transfers }).toEqual({
      id,
      letters: wanted('letters'),
      transfers: wanted('transfers'),
    });
  }
  const strays = await query(
    `SELECT subject FROM ledger_transfers t WHERE subject LIKE 'ord\\_%'
       AND NOT EXISTS (SELECT FROM orders WHERE id = t.subject)
     UNION ALL
     SELECT order_id FROM letters l WHERE order_id IS NOT NULL AND NOT EXISTS (SELECT FROM orders WHERE id = l.order_id)`,
  );
  expect(strays).toEqual([]);
  await expectAllInOrder();
  return orders.length;
}

/** As if the lease of whoever died with a letter or a job in his hands had run out, and the upkeep had come by. */
export async function letLeasesRunOut(): Promise<void> {
  await query(`UPDATE letters SET next_try_at = now() - interval '1 minute' WHERE state <> 'sent'`);
  await query(`UPDATE pgboss.job SET started_on = started_on - interval '10 minutes' WHERE state = 'active'`);
  await boss().maintain();
}

/** Waits until every letter has left and no job of theirs waits. */
export async function expectAllLettersSent(timeoutMs = 60_000): Promise<void> {
  await expect
    .poll(() => query(`SELECT state, count(*) FROM letters WHERE state <> 'sent' GROUP BY state`), {
      timeout: timeoutMs,
      interval: 500,
    })
    .toEqual([]);
  await expect
    .poll(() => query(`SELECT id FROM pgboss.job WHERE name = 'send-letter' AND state <= 'active'`), {
      timeout: timeoutMs,
      interval: 500,
    })
    .toEqual([]);
}
