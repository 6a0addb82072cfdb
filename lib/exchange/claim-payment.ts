import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { expireOrder } from '@/lib/exchange/expire-orders';
import { moveOrder } from '@/lib/exchange/move-order';
import { customerMover, type Mover } from '@/lib/exchange/mover';
import { lockPayments, openPayment } from '@/lib/exchange/open-payment';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import type { ClaimRules, Order, OrderClaim } from '@/lib/exchange/order-row';
import type { OrderStatus } from '@/lib/exchange/status';
import { type CheckedFile, checkReceipt } from '@/lib/files/check-upload';
import { storeFile } from '@/lib/files/store-file';
import { parseInput } from '@/lib/parse-input';
import type { PaymentRow } from '@/lib/payments/payment-row';
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
  const { from, ...claimed } = await customersOrder(orderId, reader);
  // What a wallet pays is known here: there is nothing to be told.
  if (claimed.fromWallet !== null) fail('move_not_allowed', { params: { status: claimed.status } });
  requireWhatIsAsked(from.claim, claim, receipt !== undefined);
  const file = receipt ? await checked(receipt) : null;
  const mover = customerMover(actor);
  // The timer, or another tab, may be first: then what is right is decided anew by what they left.
  for (let attempt = 1; ; attempt += 1) {
    const order = await customersOrder(orderId, reader);
    const payment = await openPayment({ query }, order.id);
    if (isClaimed(order, payment)) return { outcome: 'already', status: order.status };
    try {
      if (isOver(order)) await expireOrder(order);
      else return await keep(order, claim, file, mover);
    } catch (error) {
      if (attempt >= 3 || !(error instanceof AppError) || error.code !== 'order_moved') throw error;
    }
    if (attempt >= 3) fail('unavailable');
  }
}

/** The method may want the payment's number or a receipt; without them the money would not be found. */
function requireWhatIsAsked(rules: ClaimRules, claim: Claim, hasReceipt: boolean): void {
  const missing = [
    ...(rules.referenceRequired && claim.reference === '' ? ['reference'] : []),
    ...(rules.receiptRequired && !hasReceipt ? ['receipt'] : []),
  ];
  if (missing.length > 0)
    fail('invalid_input', { fields: Object.fromEntries(missing.map((name) => [name, { key: 'required' }])) });
}

/** Told before, and nothing was decided since. A rest that was asked for is a payment of its own. */
function isClaimed({ status, exception, claimedAt }: Order, payment: PaymentRow | null): boolean {
  if (status === 'in_progress') return claimedAt !== null && payment?.status === 'claimed';
  return status === 'payment_claimed' || (status === 'canceled' && exception === 'paid_late');
}

/** Its time has run out, and nothing of its money is here. */
function isOver({ status, expiresAt, claimedAt, receivedUnits }: Order): boolean {
  if (expiresAt > now() || receivedUnits > 0n) return false;
  return status === 'pending_processing' || (status === 'in_progress' && claimedAt === null);
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
    const payment = await claimable(tx, order);
    const uploadedBy = mover.id ?? undefined;
    const receiptFileId = file
      ? await storeFile(tx, { kind: 'receipt', file, orderId: order.id, uploadedBy })
      : null;
    const told = { ...claim, receiptFileId, receiptName: file?.name ?? null };
    const patch = { claim: told, claimedAt: now() };
    if (payment) await keepOnPayment(tx, payment.id, told);
    const moved = await moveOrder(tx, { order, event, mover, patch });
    return { outcome: late ? 'late' : 'claimed', status: moved.status };
  });
}

/**
 * The payment that the customer speaks of: only what is paid to the office's own details can be claimed. Orders that
 * are older than payments have none.
 */
async function claimable(tx: Tx, order: Order): Promise<PaymentRow | null> {
  const payments = await lockPayments(tx, order.id);
  const payment = payments.findLast(({ status }) => status !== 'paid') ?? null;
  if (payment?.connectionId && order.status !== 'canceled')
    return fail('move_not_allowed', { params: { status: order.status } });
  return payment;
}

async function keepOnPayment(tx: Tx, paymentId: string, claim: OrderClaim): Promise<void> {
  await tx.query(
    `UPDATE payments SET claim = $2, claimed_at = $3,
       status = CASE WHEN connection_id IS NULL THEN 'claimed' ELSE status END
     WHERE id = $1 AND status <> 'paid'`,
    [paymentId, JSON.stringify(claim), now()],
    'claim_payment',
  );
}

async function checked(receipt: { bytes: Buffer; name: string }): Promise<CheckedFile> {
  const result = await checkReceipt(receipt.bytes, receipt.name);
  if (result.ok) return result;
  const problem = { key: result.key.replace(/^fields\./, ''), params: result.params };
  return fail('invalid_input', { fields: { receipt: problem } });
}
