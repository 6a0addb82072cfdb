import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { AppError, type AppErrorCode, fail } from '@/lib/errors';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { settleDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { directSystem } from '@/lib/payments/expect-payment';
import { loadPayment } from '@/lib/payments/payment-row';
import { matchOpenLines } from '@/lib/payments/statements/match-open-lines';
import { refuseOwnMoney } from '@/lib/wallet/refuse-own-money';

/**
 * The line is the money of that payment: confirmed with the line's amount, in one transaction with the line; also of a
 * payment that was crossed out before the line came. Where the payment was confirmed before, and no line is its money
 * yet, the line is only told so: nothing is booked again.
 * Throws `not_found`, `line_decided`, `payment_decided`, `second_person` where it is for his own wallet, `own_order`.
 */
export async function confirmLine(given: Confirmed): Promise<void> {
  await confirm({ ...given, afterCross: true });
}

type Confirmed = { actor: Actor; lineId: string; paymentId: string };

async function confirm({
  actor,
  lineId,
  paymentId,
  afterCross,
}: Confirmed & { afterCross: boolean }): Promise<void> {
  const mover = operatorMover(actor);
  await refuseOwnMoney(actor, paymentId);
  await inTransaction(async (tx) => {
    const line = await openLine(tx, lineId);
    if (!(await isBooked(tx, paymentId, line))) {
      const settled = { paymentId, receivedUnits: line.amountUnits, mover, actor, afterCross };
      const payment = await settleDirectPayment(tx, settled);
      if (payment.methodId !== line.methodId) fail('not_found');
    }
    await decide(tx, lineId, 'confirmed', mover, paymentId);
  });
}

/** Locks the payment: of two lines one becomes its money. */
async function isBooked(tx: Tx, paymentId: string, { methodId, amountUnits }: OpenLine): Promise<boolean> {
  const payment = await loadPayment(tx, paymentId, { lock: true });
  if (payment?.status !== 'paid' || payment.systemCode !== directSystem) return false;
  if (payment.methodId !== methodId || payment.receivedUnits !== amountUnits) return false;
  const line = await tx.maybeOne(
    `SELECT id FROM bank_statement_lines WHERE method_id = $1 AND state = 'confirmed' AND payment_id = $2 LIMIT 1`,
    [methodId, paymentId],
  );
  return line === null;
}

export type SureResult = { lineId: string; ok: true } | { lineId: string; ok: false; code: AppErrorCode };

/**
 * One click for everything that is sure in the method's lines. Each is confirmed by itself; what refuses is told and
 * matched anew, and the rest goes on.
 */
export async function confirmSureLines({
  actor,
  methodId,
}: {
  actor: Actor;
  methodId: string;
}): Promise<SureResult[]> {
  operatorMover(actor);
  const lines = await query<{ id: string; paymentId: string }>(
    `SELECT id, payment_id AS "paymentId" FROM bank_statement_lines
     WHERE method_id = $1 AND state = 'sure' AND payment_id IS NOT NULL ORDER BY booked_at, id LIMIT 1000`,
    [methodId],
  );
  const results: SureResult[] = [];
  for (const { id: lineId, paymentId } of lines) {
    try {
      // Matched before a cross of just now: that one is not overruled by a click for all.
      await confirm({ actor, lineId, paymentId, afterCross: false });
      results.push({ lineId, ok: true });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ lineId, ok: false, code: error.code });
    }
  }
  await rematch({ actor, methodId });
  return results;
}

/** Puts a line aside: no payment of ours. It stays under its filter. Throws `not_found`, `line_decided`. */
export async function ignoreLine({ actor, lineId }: { actor: Actor; lineId: string }): Promise<void> {
  const mover = operatorMover(actor);
  await inTransaction(async (tx) => {
    await openLine(tx, lineId);
    await decide(tx, lineId, 'ignored', mover, null);
  });
}

/** Matches the method's undecided lines with what waits now. */
export async function rematch({ actor, methodId }: { actor: Actor; methodId: string }): Promise<void> {
  operatorMover(actor);
  await inTransaction((tx) => matchOpenLines(tx, methodId));
}

type OpenLine = { methodId: string; amountUnits: bigint };

async function openLine(tx: Tx, lineId: string): Promise<OpenLine> {
  const line = await tx.maybeOne<OpenLine & { state: string; by: string | null }>(
    `SELECT method_id AS "methodId", amount_units AS "amountUnits", state::text, decided_by AS by
     FROM bank_statement_lines WHERE id = $1 FOR UPDATE`,
    [lineId],
  );
  if (!line) return fail('not_found');
  if (line.state === 'confirmed' || line.state === 'ignored')
    return fail('line_decided', { params: { by: line.by ?? '' } });
  return line;
}

async function decide(
  tx: Tx,
  lineId: string,
  state: 'confirmed' | 'ignored',
  mover: Mover,
  paymentId: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE bank_statement_lines SET state = $2::"StatementLineState", payment_id = $3, decided_by = $4, decided_at = $5
     WHERE id = $1`,
    [lineId, state, paymentId, mover.name, now()],
  );
}
