import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { parseInput } from '@/lib/parse-input';
import { loadConnection } from '@/lib/payments/connection';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import { isContradicted, type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { queuePayout } from '@/lib/payments/payouts/queue-payout';
import { fullRefund } from '@/lib/payments/refunds/open-refund';

export const sendPayoutNowInput = z.object({ orderId: z.string() });

/**
 * The operator has the system pay an order whose money has come: a semi-automatic one, or one whose payout failed. The
 * payout takes the ordinary way: limits, switches, and a second person above the limit. Returns its id.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `payout_active`, `refund_open`,
 * `payout_contradicted` where a system says of an earlier payout, which counts as not paid, that it was paid after all,
 * `payout_impossible` where the method's system cannot pay out.
 */
export async function sendPayoutNow({
  actor,
  ...input
}: z.input<typeof sendPayoutNowInput> & { actor: Actor }): Promise<string> {
  const mover = operatorMover(actor);
  const { orderId } = parseInput(sendPayoutNowInput, input);
  const order = await deskOrder(orderId);
  return inTransaction(async (tx) => {
    const moved = await moveOrder(tx, { order, event: 'send_payout', mover });
    if (await activePayout(tx, 'order', orderId)) fail('payout_active');
    if (await fullRefund(tx, orderId)) fail('refund_open');
    if (await mayBePaid(tx, orderId)) fail('payout_contradicted');
    const method = await tx.one<{ connectionId: string | null }>(
      'SELECT pay_out_connection_id AS "connectionId" FROM payment_methods WHERE id = $1',
      [moved.toMethodId],
    );
    const connection = method.connectionId ? await loadConnection(tx, method.connectionId) : null;
    if (!connection?.system.payOut) fail('payout_impossible');
    const { id } = await queuePayout(tx, {
      subjectKind: 'order',
      subjectId: moved.id,
      methodId: moved.toMethodId,
      asset: moved.toAsset,
      amountUnits: moved.getUnits,
      destination: Object.fromEntries(
        Object.entries(moved.getRequisites).map(([key, { value }]) => [key, value]),
      ),
      requestedBy: mover.id,
    });
    return id;
  });
}

/** Then a person looks into the system's cabinet, and pays by hand if need be: another payout might pay twice. */
async function mayBePaid(tx: Tx, orderId: string): Promise<boolean> {
  const payouts = await tx.query<PayoutRow>(
    `SELECT ${payoutColumnsOf('p')} FROM payouts p WHERE p.subject_kind = 'order' AND p.subject_id = $1`,
    [orderId],
  );
  return payouts.some(isContradicted);
}
