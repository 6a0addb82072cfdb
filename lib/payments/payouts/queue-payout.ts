import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/boss';
import { tellAfterCommit } from '@/lib/live';
import { handSystem } from '@/lib/payments/payouts/by-hand';
import type { PayoutSubject } from '@/lib/payments/payouts/payout-row';

export type PayoutToQueue = {
  subjectKind: PayoutSubject;
  subjectId: string;
  methodId: string;
  asset: string;
  /** Minor units of the asset; the hold on the reserve stands already. */
  amountUnits: bigint;
  /** Normalised requisites by the method's field keys. */
  destination: Record<string, string>;
  /** A person's id, or `system`. He is not the one who may approve it. */
  requestedBy: string;
};

export type QueuedPayout = { id: string; status: 'awaiting_approval' | 'queued'; byHand: boolean };

type Limits = { approvalUnits: bigint | null; connectionId: string | null; systemCode: string | null };

/**
 * Puts a payout into the queue, in the transaction that decided on it. From the method's approval limit on it first
 * waits for a second person. A withdrawal by a method without a system waits for an operator who pays it by hand.
 *
 * Throws `payout_active` where the subject has one that was neither refused nor canceled.
 */
export async function queuePayout(tx: Tx, payout: PayoutToQueue): Promise<QueuedPayout> {
  const { subjectKind, subjectId, methodId, asset, amountUnits, destination, requestedBy } = payout;
  const limits = await tx.one<Limits>(
    `SELECT m.payout_approval_units AS "approvalUnits", c.id AS "connectionId", c.system_code AS "systemCode"
     FROM payment_methods m LEFT JOIN system_connections c ON c.id = m.pay_out_connection_id WHERE m.id = $1`,
    [methodId],
  );
  const approval = limits.approvalUnits !== null && amountUnits > limits.approvalUnits;
  const byHand = subjectKind === 'withdrawal' && limits.connectionId === null;
  const status = approval ? 'awaiting_approval' : 'queued';
  const sends = !approval && !byHand;
  const id = newId('pot');
  const made = await tx.query(
    `INSERT INTO payouts (id, subject_kind, subject_id, method_id, connection_id, system_code, status, asset_code,
       amount_units, destination, requested_by, created_at, next_try_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::"PayoutStatus", $8, $9, $10, $11, $12, $13)
     ON CONFLICT (subject_kind, subject_id) WHERE status NOT IN ('refused', 'canceled') DO NOTHING RETURNING id`,
    [
      id,
      subjectKind,
      subjectId,
      methodId,
      limits.connectionId,
      byHand ? handSystem : (limits.systemCode ?? 'direct'),
      status,
      asset,
      amountUnits,
      JSON.stringify(destination),
      requestedBy,
      now(),
      // Its job is queued right here; the sweep makes up for one that is lost.
      sends ? new Date(now().getTime() + 30_000) : null,
    ],
  );
  if (made.length === 0) fail('payout_active');
  if (sends) await enqueue(tx, 'send-payout', { payoutId: id });
  tellAfterCommit(tx, 'desk');
  return { id, status, byHand };
}
