import { z } from 'zod';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { lockOrder } from '@/lib/exchange/lock-order';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import { touchOrder } from '@/lib/exchange/refund-outcome';
import { parseInput } from '@/lib/parse-input';
import { openRefund } from '@/lib/payments/refunds/open-refund';
import { refundFields } from '@/lib/payments/refunds/refund-fields';
import { loadRefund } from '@/lib/payments/refunds/refund-row';
import { limit } from '@/lib/rate-limit';
import { checkRequisites } from '@/lib/requisites/field';

export const giveRefundDetailsInput = z.object({
  orderId: z.string(),
  /** What was typed, by field key of the method that was paid by. */
  values: z.record(z.string().max(40), z.string().max(400)),
});

/**
 * The customer says where his refund is to go. Until an operator has paid it he may say so again.
 *
 * Throws `not_found`, for staff without the secret `forbidden`, `refund_moved` where nothing is asked any more,
 * `invalid_input` with the problem of each field, `too_many_requests`.
 */
export async function giveRefundDetails({
  reader,
  ...input
}: z.input<typeof giveRefundDetailsInput> & { reader: OrderReader }): Promise<void> {
  const { orderId, values } = parseInput(giveRefundDetailsInput, input);
  const { from } = await customersOrder(orderId, reader);
  await limit('refund-details', orderId, { points: 20, seconds: 3600 });
  const checked = checkRequisites(refundFields(from), values);
  if (!checked.ok) {
    const fields = Object.entries(checked.fields).map(([key, { key: problem, params }]) => [
      key,
      { key: problem.replace(/^fields\./, ''), ...(params && { params }) },
    ]);
    fail('invalid_input', { fields: Object.fromEntries(fields) });
  }
  await inTransaction(async (tx) => {
    const open = (await openRefund(tx, orderId)) ?? fail('refund_moved');
    const refund = await loadRefund(tx, open.id, { lock: true });
    const asked =
      refund?.status === 'awaiting_details' || (refund?.status === 'ready' && refund.way === 'hand');
    if (!refund || !asked) fail('refund_moved');
    await tx.query(`UPDATE refunds SET status = 'ready', requisites = $2 WHERE id = $1`, [
      refund.id,
      JSON.stringify(checked.values),
    ]);
    await touchOrder(tx, await lockOrder(tx, orderId));
  });
}
