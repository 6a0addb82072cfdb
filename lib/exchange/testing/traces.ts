import { expect } from 'vitest';
import { query } from '@/lib/db';
import { reconcile } from '@/lib/ledger/reconcile';

/** Codes of the letters of an order, in the order they were queued. */
export async function lettersOf(orderId: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    'SELECT code FROM letters WHERE order_id = $1 ORDER BY created_at, code DESC',
    [orderId],
  );
  return rows.map(({ code }) => code);
}

/** What the last letter of that code says. */
export async function letterProps(orderId: string, code: string): Promise<Record<string, unknown>> {
  const rows = await query<{ props: Record<string, unknown> }>(
    'SELECT props FROM letters WHERE order_id = $1 AND code = $2 ORDER BY created_at DESC LIMIT 1',
    [orderId, code],
  );
  return rows[0]?.props ?? {};
}

/** Names of an order's history, oldest first. */
export async function historyOf(orderId: string): Promise<string[]> {
  const rows = await query<{ event: string }>(
    'SELECT event FROM order_events WHERE order_id = $1 ORDER BY at, from_status NULLS FIRST',
    [orderId],
  );
  return rows.map(({ event }) => event);
}

/** Kinds of an order's transfers, sorted. */
export async function transfersOf(orderId: string): Promise<string[]> {
  const rows = await query<{ kind: string }>(
    'SELECT kind FROM ledger_transfers WHERE subject = $1 ORDER BY kind',
    [orderId],
  );
  return rows.map(({ kind }) => kind);
}

/** What an order has moved, per account: `reserve RUB` → units. */
export async function movedBy(orderId: string): Promise<Record<string, bigint>> {
  const rows = await query<{ account: string; units: bigint }>(
    `SELECT a.kind || ' ' || a.asset_code AS account, sum(e.amount_units)::bigint AS units
     FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id JOIN ledger_accounts a ON a.id = e.account_id
     WHERE t.subject = $1 GROUP BY 1 HAVING sum(e.amount_units) <> 0`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ account, units }) => [account, units]));
}

/** How much of a method's reserve is promised to orders. */
export async function heldOn(methodId: string): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    `SELECT b.held_units AS units FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
     WHERE a.kind = 'reserve' AND a.owner = $1`,
    [methodId],
  );
  return row?.units ?? 0n;
}

/** The books close, the counts fit the orders, and whatever an unpaid or waiting order promises is held, nothing else. */
export async function expectAllInOrder(): Promise<void> {
  const report = await reconcile();
  expect(report.findings).toEqual([]);
  const miscounted = await query(
    `SELECT status, coalesce(c.orders, 0) AS counted, coalesce(o.orders, 0) AS real
     FROM (SELECT status, sum(orders) AS orders FROM order_counts GROUP BY status) c
     FULL JOIN (SELECT status, count(*) AS orders FROM orders WHERE deleted_at IS NULL GROUP BY status) o USING (status)
     WHERE coalesce(c.orders, 0) <> coalesce(o.orders, 0)`,
  );
  expect(miscounted).toEqual([]);
  const misheld = await query(
    `SELECT o.id, o.status, h.state FROM orders o LEFT JOIN ledger_holds h ON h.id = o.hold_id
     WHERE CASE WHEN o.to_wallet IS NULL
       THEN coalesce(h.state = 'held', false) <> (o.status NOT IN ('completed', 'canceled', 'refunding', 'refunded'))
         OR (o.status = 'completed') <> coalesce(h.state = 'taken', false)
       ELSE o.hold_id IS NOT NULL END`,
  );
  expect(misheld).toEqual([]);
  const stray = await query(
    `SELECT id FROM ledger_holds h WHERE state = 'held' AND NOT EXISTS (SELECT FROM orders o WHERE o.hold_id = h.id)
       AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.status = 'in_progress' AND h.id IN (w.wallet_hold_id, w.reserve_hold_id))
       AND NOT EXISTS (SELECT FROM till_operations t WHERE t.status = 'awaiting_approval' AND t.hold_id = h.id)`,
  );
  expect(stray).toEqual([]);
}
