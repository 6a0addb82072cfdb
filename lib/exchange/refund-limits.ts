import type { Queryable, Tx } from '@/lib/db';
import { wrongReceipts } from '@/lib/exchange/move';
import type { Order } from '@/lib/exchange/order-row';
import { statusFacts } from '@/lib/exchange/status';
import { accountId, houseAccount } from '@/lib/ledger/accounts';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import type { RefundKind, RefundRow } from '@/lib/payments/refunds/refund-row';
import { paymentSystem } from '@/lib/payments/registry';

/**
 * The most that can go back of an order's money, in units of what was given. The ledger has the last word: never more
 * than the office owes. An excess or part of an exchange that goes on leaves what was agreed; only where the money came
 * from somebody else or is too little, and nothing is paid out for it, or where the order is over, part of it may go
 * back by itself. To decide by it, ask under the order's lock: payouts are queued under it.
 */
export async function refundableUnits(db: Queryable, order: Order, kind: RefundKind): Promise<bigint> {
  const owed = await owedUnits(db, order);
  const most = kind === 'full' ? order.receivedUnits : await partUnits(db, order, kind, owed);
  if (most <= 0n || owed <= 0n) return 0n;
  if (most > owed) return owed;
  return most;
}

async function partUnits(
  db: Queryable,
  order: Order,
  kind: 'excess' | 'part',
  owed: bigint,
): Promise<bigint> {
  const { id, status, exception, receivedUnits, giveUnits } = order;
  if (status !== 'canceled' && statusFacts[status].terminal) return owed;
  const excess = receivedUnits - giveUnits;
  const undecided = status === 'canceled' || wrongReceipts.some((wrong) => wrong === exception);
  if (kind === 'excess' || !undecided || exception === 'overpaid') return excess;
  if (await activePayout(db, 'order', id)) return excess;
  // All of it would be a full refund, which ends the order.
  return receivedUnits - 1n;
}

/** What the office owes for the order's payments by the ledger. */
export async function owedUnits(db: Queryable, { id, fromAsset }: Order): Promise<bigint> {
  const [row] = await db.query<{ units: bigint }>(
    `SELECT coalesce(-sum(e.amount_units), 0)::bigint AS units
     FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id
     WHERE t.subject = $1 AND e.account_id = $2`,
    [id, accountId(houseAccount('obligations', fromAsset))],
    'order_owed',
  );
  return row?.units ?? 0n;
}

/**
 * The payment whose system can send the amount back by itself, or null: the order was paid by one payment, and that
 * covers what is to go back; its system takes part of a payment back where it is a part.
 */
export async function payingBack(
  tx: Tx,
  order: Order,
  { amountUnits, feeUnits }: Pick<RefundRow, 'amountUnits' | 'feeUnits'>,
): Promise<string | null> {
  const paid = await tx.query<{ id: string; systemCode: string; connectionId: string | null; units: bigint }>(
    `SELECT id, system_code AS "systemCode", connection_id AS "connectionId", received_units AS units
     FROM payments WHERE subject_kind = 'order' AND subject_id = $1 AND status = 'paid'`,
    [order.id],
  );
  const [payment] = paid;
  if (!payment?.connectionId || paid.length > 1) return null;
  const system = paymentSystem(payment.systemCode);
  const back = amountUnits - feeUnits;
  if (!system?.refund || back > payment.units) return null;
  if (system.refund.partial) return payment.id;
  const before = await tx.maybeOne(
    `SELECT 1 FROM refunds WHERE payment_id = $1 AND way = 'system' AND status = 'settled' LIMIT 1`,
    [payment.id],
  );
  return back === payment.units && !before ? payment.id : null;
}
