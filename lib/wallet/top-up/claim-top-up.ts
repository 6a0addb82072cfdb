import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type CheckedFile, checkReceipt } from '@/lib/files/check-upload';
import { storeFile } from '@/lib/files/store-file';
import { parseInput } from '@/lib/parse-input';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { optionalLongText, optionalShortText } from '@/lib/text';
import { ownTopUp } from '@/lib/wallet/top-up/own-top-up';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { tellToCheck } from '@/lib/wallet/top-up/top-up-letters';
import { lockTopUpPayments } from '@/lib/wallet/top-up/top-up-payments';
import { lockTopUp } from '@/lib/wallet/top-up/top-up-row';

export const claimTopUpInput = z.object({
  topUpId: z.string().max(60),
  /** Name or account he paid from. */
  payer: optionalShortText(200),
  /** Number of his payment. */
  reference: optionalShortText(200),
  comment: optionalLongText(1000),
});

type Claim = Omit<z.output<typeof claimTopUpInput>, 'topUpId'>;

/**
 * "I have paid" of a direct top-up, with whatever helps to find the money; the office hears of it by letter. Also after
 * its time is over or it was given up: the operator sees the money, and it is credited. Claimed twice is no error.
 *
 * Throws `invalid_input` (fields `payer`, `reference`, `comment`, `receipt`), `not_signed_in`, `not_found`,
 * `top_up_moved` (params: status) where it was decided.
 */
export async function claimTopUp({
  actor,
  receipt,
  ...input
}: z.input<typeof claimTopUpInput> & {
  actor: Actor;
  receipt?: { bytes: Buffer; name: string };
}): Promise<'claimed' | 'already'> {
  const { topUpId, ...claim } = parseInput(claimTopUpInput, input);
  const { way, methodId } = await ownTopUp(actor, topUpId);
  if (way !== 'direct' || methodId === null) return fail('not_found');
  await requireWhatIsAsked(methodId, claim, receipt !== undefined);
  const file = receipt ? await checked(receipt) : null;
  return inTransaction((tx) => keep(tx, topUpId, claim, file));
}

/** The method may want the payment's number or a receipt; without them the money would not be found. */
async function requireWhatIsAsked(methodId: string, claim: Claim, hasReceipt: boolean): Promise<void> {
  const [rules] = await query<{ reference: boolean; receipt: boolean }>(
    'SELECT reference_required AS reference, receipt_required AS receipt FROM payment_methods WHERE id = $1',
    [methodId],
  );
  const missing = [
    ...(rules?.reference && claim.reference === '' ? ['reference'] : []),
    ...(rules?.receipt && !hasReceipt ? ['receipt'] : []),
  ];
  if (missing.length > 0)
    fail('invalid_input', { fields: Object.fromEntries(missing.map((name) => [name, { key: 'required' }])) });
}

async function keep(
  tx: Tx,
  topUpId: string,
  claim: Claim,
  file: CheckedFile | null,
): Promise<'claimed' | 'already'> {
  const [payment] = await lockTopUpPayments(tx, topUpId);
  const topUp = await lockTopUp(tx, topUpId);
  if (topUp.status === 'claimed') return 'already';
  const open: string[] = ['waiting', 'expired', 'canceled'];
  if (!payment || !open.includes(topUp.status))
    return fail('top_up_moved', { params: { status: topUp.status } });
  const receiptFileId = file
    ? await storeFile(tx, { kind: 'receipt', file, uploadedBy: topUp.userId })
    : topUp.receiptFileId;
  const told = { ...claim, receiptFileId, receiptName: file?.name ?? null };
  await keepOnPayment(tx, payment.id, told);
  await tx.query(
    `UPDATE top_ups SET status = 'claimed', receipt_file_id = $2, decided_at = NULL WHERE id = $1`,
    [topUpId, receiptFileId],
  );
  await tellToCheck(tx, topUp, { claim: told });
  tellTopUp(tx, topUp);
  return 'claimed';
}

async function keepOnPayment(
  tx: Tx,
  paymentId: string,
  claim: NonNullable<PaymentRow['claim']>,
): Promise<void> {
  await tx.query(
    `UPDATE payments SET claim = $2, claimed_at = $3, status = 'claimed' WHERE id = $1 AND status <> 'paid'`,
    [paymentId, JSON.stringify(claim), now()],
    'claim_top_up',
  );
}

async function checked(receipt: { bytes: Buffer; name: string }): Promise<CheckedFile> {
  const result = await checkReceipt(receipt.bytes, receipt.name);
  if (result.ok) return result;
  return fail('invalid_input', { fields: { receipt: { key: result.key, params: result.params } } });
}
