import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { findMove } from '@/lib/exchange/find-move';
import { lockOrder } from '@/lib/exchange/lock-order';
import { operatorMover } from '@/lib/exchange/mover';
import { lockPayments } from '@/lib/exchange/open-payment';
import { deskOrder } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import { refundAmounts } from '@/lib/exchange/refund-amounts';
import { decideRefund } from '@/lib/exchange/refund-decide';
import { keepDecided, keepForApproval, type RefundDraft } from '@/lib/exchange/refund-draft';
import { refundableUnits } from '@/lib/exchange/refund-limits';
import { tellAfterCommit } from '@/lib/live';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import { openRefund } from '@/lib/payments/refunds/open-refund';
import { refundBases, refundKinds } from '@/lib/payments/refunds/refund-row';
import { longText } from '@/lib/text';

export const startRefundInput = z.object({
  orderId: z.string(),
  reason: longText(1000),
  kind: z.enum(refundKinds, 'fields.choice').default('full'),
  /** In the asset that was given. Empty: all that can go back. */
  amount: z.string().max(60).default(''),
  /** Kept by the office of it. */
  fee: z.string().max(60).default(''),
  /** What the amount was counted from; told to the customer. */
  basis: z.enum(refundBases, 'fields.choice').default('received'),
  /** `auto`: by the payment system where it can. */
  way: z.enum(['auto', 'hand'], 'fields.choice').default('auto'),
});

/**
 * The operator gives money back: all of it, which ends the exchange, or an excess or a part, which leaves the order
 * where it stands (one that waits for a word about too much money goes on as agreed). Where all refunds of
 * the order come to more than the method's limit nothing happens until a second person approves. Then the system sends it back where it can; or else the customer is asked
 * where to, and an operator pays by hand. Returns the refund's id.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `refund_open`, `payout_active`,
 * `refund_too_much` (params: available, asset).
 */
export async function startRefund({
  actor,
  ...input
}: z.input<typeof startRefundInput> & { actor: Actor }): Promise<string> {
  const mover = operatorMover(actor);
  const { orderId, amount, fee, ...asked } = parseInput(startRefundInput, input);
  const order = await deskOrder(orderId);
  return inTransaction(async (tx) => {
    // First, so that nobody else's refund of the order is overlooked in the sum that needs a second person.
    await lockPayments(tx, orderId);
    await lockOrder(tx, orderId);
    const amounts = await refundAmounts(tx, order, { kind: asked.kind, amount, fee });
    const draft: RefundDraft = { ...asked, ...amounts, requestedBy: mover.name, requestedById: mover.id };
    tellAfterCommit(tx, 'desk');
    if (await needsApproval(tx, order, draft)) return (await requestRefund(tx, orderId, draft)).id;
    const keep = async (locked: Order) => {
      if (await openRefund(tx, orderId)) fail('refund_open');
      return keepDecided(tx, locked, draft);
    };
    return (await decideRefund(tx, { order, draft, mover, keep })).id;
  });
}

/** All refunds of one order count as one: parts below the limit are no way around it. */
async function needsApproval(tx: Tx, order: Order, { amountUnits }: RefundDraft): Promise<boolean> {
  const { limit, before } = await tx.one<{ limit: bigint | null; before: bigint }>(
    `SELECT refund_approval_units AS limit,
       (SELECT coalesce(sum(r.amount_units), 0)::bigint FROM refunds r
        WHERE r.order_id = $2 AND r.status NOT IN ('refused', 'canceled')) AS before
     FROM payment_methods WHERE id = $1`,
    [order.fromMethodId, order.id],
  );
  return limit !== null && before + amountUnits > limit;
}

/** Refused now for what the approval would be refused for; all of it is looked at again then. */
async function requestRefund(tx: Tx, orderId: string, draft: RefundDraft) {
  const order = await lockOrder(tx, orderId);
  if (await openRefund(tx, orderId)) fail('refund_open');
  if (draft.kind === 'full') {
    if (!findMove('start_refund', order, 'operator'))
      fail('move_not_allowed', { params: { status: order.status } });
    if (await activePayout(tx, 'order', orderId)) fail('payout_active');
  } else {
    const most = await refundableUnits(tx, order, draft.kind);
    const params = { available: formatUnits(most, order.from.scale), asset: order.from.asset };
    if (draft.amountUnits > most) fail('refund_too_much', { params });
  }
  return keepForApproval(tx, order, draft);
}
