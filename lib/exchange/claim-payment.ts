import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { expireOrder } from '@/lib/exchange/expire-orders';
import { moveOrder } from '@/lib/exchange/move-order';
import { customerMover, type Mover } from '@/lib/exchange/mover';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import type { OrderStatus } from '@/lib/exchange/status';
import { type CheckedFile, checkReceipt } from '@/lib/files/check-upload';
import { storeFile } from '@/lib/files/store-file';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText, optionalShortText } from '@/lib/text';

export const claimPaymentInput = z.object({
  orderId: z.string(),
  /** Name or account he paid from. */
  payer: optionalShortText(200),
  /** Number of his payment. */
  reference: optionalShortText(200),
  comment: optionalLongText(1000),
});

type Claim = Omit<z.output<typeof claimPaymentInput>, 'orderId'>;

export type ClaimOutcome = {
  /** `late`: the order had expired, it stays canceled and is marked `paid_late`. `already`: claimed before. */
  outcome: 'claimed' | 'already' | 'late';
  status: OrderStatus;
};

/**
 * "I have paid": kept with the details and the receipt, letter A4. After the order's time is over it changes nothing
 * but the exception, so that the operator sees the money and decides. Claiming twice is no error.
 *
 * Throws `invalid_input` (fields `payer`, `reference`, `comment`, `receipt`), `not_found`, `order_moved`,
 * `move_not_allowed`.
 */
export async function claimPayment({
  reader,
  actor,
  receipt,
  ...input
}: z.input<typeof claimPaymentInput> & {
  reader: OrderReader;
  actor: Actor;
  receipt?: { bytes: Buffer; name: string };
}): Promise<ClaimOutcome> {
  const { orderId, ...claim } = parseInput(claimPaymentInput, input);
  await customersOrder(orderId, reader);
  const file = receipt ? await checked(receipt) : null;
  const mover = customerMover(actor);
  // The timer, or another tab, may be first: then what is right is decided anew by what they left.
  for (let attempt = 1; ; attempt += 1) {
    const order = await customersOrder(orderId, reader);
    if (isClaimed(order)) return { outcome: 'already', status: order.status };
    try {
      if (order.status === 'pending_processing' && order.expiresAt <= now()) await expireOrder(order);
      else return await keep(order, claim, file, mover);
    } catch (error) {
      if (attempt >= 3 || !(error instanceof AppError) || error.code !== 'order_moved') throw error;
    }
    if (attempt >= 3) fail('unavailable');
  }
}

function isClaimed({ status, exception }: Order): boolean {
  return status === 'payment_claimed' || (status === 'canceled' && exception === 'paid_late');
}

async function keep(
  order: Order,
  claim: Claim,
  file: CheckedFile | null,
  mover: Mover,
): Promise<ClaimOutcome> {
  const late = order.status === 'canceled' && order.canceledBy === 'expired';
  const event = late ? 'claim_late' : 'claim';
  return inTransaction(async (tx) => {
    const uploadedBy = mover.id ?? undefined;
    const receiptFileId = file
      ? await storeFile(tx, { kind: 'receipt', file, orderId: order.id, uploadedBy })
      : null;
    const patch = { claim: { ...claim, receiptFileId, receiptName: file?.name ?? null }, claimedAt: now() };
    const moved = await moveOrder(tx, { order, event, mover, patch });
    return { outcome: late ? 'late' : 'claimed', status: moved.status };
  });
}

async function checked(receipt: { bytes: Buffer; name: string }): Promise<CheckedFile> {
  const result = await checkReceipt(receipt.bytes, receipt.name);
  if (result.ok) return result;
  const problem = { key: result.key.replace(/^fields\./, ''), params: result.params };
  return fail('invalid_input', { fields: { receipt: problem } });
}
