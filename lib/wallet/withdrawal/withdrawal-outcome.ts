import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { PayoutOutcome } from '@/lib/exchange/payout-outcome';
import { tellAfterCommit } from '@/lib/live';
import { formatUnits } from '@/lib/money';
import { queueLetters } from '@/lib/notify/queue-letter';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { postWallet } from '@/lib/wallet/post-wallet';
import { withdrawalPaid, withdrawalReleased } from '@/lib/wallet/withdrawal/withdrawal-ledger';
import { outcomeLetters, troubleLetters } from '@/lib/wallet/withdrawal/withdrawal-letters';
import {
  loadWithdrawal,
  type WithdrawalReason,
  type WithdrawalRow,
  withdrawalColumnsOf,
} from '@/lib/wallet/withdrawal/withdrawal-row';
import { withdrawalTopic } from '@/lib/wallet/withdrawal/withdrawal-topic';

/**
 * The customer has been paid: both holds are taken, the wallet's history says so, letter withdrawal_paid. False where
 * the withdrawal was decided otherwise before: then nothing was changed, and people must look.
 */
export async function withdrawalSettled(
  tx: Tx,
  withdrawalId: string,
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  const withdrawal = await openWithdrawal(tx, withdrawalId);
  if (!withdrawal) return false;
  const reference = payout.reference ?? payout.externalId;
  const paid = await decide(tx, withdrawal, { status: 'paid', reference, reason: null });
  const { method, scale } = await tx.one<{ method: string; scale: number }>(
    'SELECT m.code AS method, a.scale FROM payment_methods m JOIN assets a ON a.code = m.asset_code WHERE m.id = $1',
    [paid.methodId],
  );
  await queueLetters(tx, await outcomeLetters(tx, paid));
  await postWallet(tx, withdrawalPaid(paid, ledgerActor(mover)), () => ({
    kind: 'withdrawal',
    details: { method, ...(paid.feeUnits > 0n && { fee: formatUnits(paid.feeUnits, scale) }) },
  }));
  return true;
}

/**
 * Nothing was paid, and it is certain: the money is free again, and the customer is told why. Of what a payment system
 * says he is told only that it was the system. False as in `withdrawalSettled`.
 */
export async function withdrawalRefused(
  tx: Tx,
  withdrawalId: string,
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  const withdrawal = await openWithdrawal(tx, withdrawalId);
  if (!withdrawal) return false;
  const house: WithdrawalReason = mover.kind === 'customer' ? 'taken_back' : 'system_refused';
  const words = mover.kind === 'operator' ? payout.reason : null;
  const reason = words ?? house;
  const canceled = await decide(tx, withdrawal, { status: 'canceled', reference: null, reason });
  await queueLetters(tx, await outcomeLetters(tx, canceled));
  await postWallet(tx, withdrawalReleased(canceled, ledgerActor(mover)), () => ({ kind: 'withdrawal' }));
  return true;
}

/** Nobody knows whether the customer was paid: everything stays as it is, the office is told. False as above. */
export async function withdrawalUnknown(
  tx: Tx,
  withdrawalId: string,
  { payout }: PayoutOutcome,
): Promise<boolean> {
  const withdrawal = await openWithdrawal(tx, withdrawalId);
  if (!withdrawal) return false;
  tellAfterCommit(tx, withdrawalTopic(withdrawalId));
  await queueLetters(tx, await troubleLetters(tx, withdrawal, payout, payout.reason ?? 'unknown'));
  return true;
}

/**
 * A word about its payout that fits nothing we know: nothing is undone and nothing is paid, the office is told. The
 * withdrawal stays as it was decided.
 */
export async function withdrawalTrouble(tx: Tx, payout: PayoutRow, words: string): Promise<void> {
  const withdrawal = await loadWithdrawal(tx, payout.subjectId);
  if (withdrawal) await queueLetters(tx, await troubleLetters(tx, withdrawal, payout, words));
}

/** Locked, and only while it is not decided. */
async function openWithdrawal(tx: Tx, withdrawalId: string): Promise<WithdrawalRow | null> {
  const withdrawal = await loadWithdrawal(tx, withdrawalId, { lock: true });
  return withdrawal?.status === 'in_progress' ? withdrawal : null;
}

async function decide(
  tx: Tx,
  { id }: WithdrawalRow,
  { status, reference, reason }: Pick<WithdrawalRow, 'status' | 'reference' | 'reason'>,
): Promise<WithdrawalRow> {
  tellAfterCommit(tx, withdrawalTopic(id));
  return tx.one<WithdrawalRow>(
    `UPDATE withdrawals AS w SET status = $2::"WithdrawalStatus", reference = $3, reason = $4, decided_at = $5
     WHERE w.id = $1 AND w.status = 'in_progress' RETURNING ${withdrawalColumnsOf('w')}`,
    [id, status, reference, reason, now()],
  );
}
