import type { z } from 'zod';
import { type Actor, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { newId } from '@/lib/ids';
import { formatUnits } from '@/lib/money';
import { queueLetters } from '@/lib/notify/queue-letter';
import { parseInput } from '@/lib/parse-input';
import { queuePayout } from '@/lib/payments/payouts/queue-payout';
import { postWallet } from '@/lib/wallet/post-wallet';
import { requireWalletUse, walletAssetOf } from '@/lib/wallet/require-wallet';
import { assertWalletDay } from '@/lib/wallet/wallet-day';
import { tellingWalletShortage } from '@/lib/wallet/wallet-shortage';
import { createWithdrawalInput, hashWithdrawalInput } from '@/lib/wallet/withdrawal/withdraw-input';
import { withdrawalHold } from '@/lib/wallet/withdrawal/withdrawal-ledger';
import { requestLetters } from '@/lib/wallet/withdrawal/withdrawal-letters';
import { type WithdrawalRow, withdrawalColumnsOf } from '@/lib/wallet/withdrawal/withdrawal-row';
import { type WithdrawalTerms, withdrawalTerms } from '@/lib/wallet/withdrawal/withdrawal-terms';

export type CreatedWithdrawal = { withdrawalId: string; replayed: boolean };

/**
 * Pays a part of one's wallet out: amount and fee are held in the wallet, the amount on the method's reserve, and the
 * payout is queued (or waits for a second person, or for an operator who pays by hand); letters withdrawal_requested
 * and, where people must act, withdrawal_to_pay. The same key with the same input gives the same withdrawal.
 *
 * Throws `not_signed_in`, `wallet_off`, `wallet_use_off`, `wallet_asset_off`, `withdrawal_closed`, `withdrawal_not_set_up`, `invalid_input`
 * (fields `amount`, `get.<key>`), `withdrawal_fee_changed` (params: fee, asset), `no_reserve`, `wallet_not_enough`
 * (both: available, asset), `wallet_day_limit`, `idempotency_mismatch`.
 */
export async function createWithdrawal({
  actor,
  ...input
}: z.input<typeof createWithdrawalInput> & { actor: Actor }): Promise<CreatedWithdrawal> {
  const user = requireUser(actor);
  const body = parseInput(createWithdrawalInput, input);
  // Keys are a person's own: nobody meets, or learns of, another one's.
  const key = `${user.userId}:${body.idempotencyKey}`;
  const inputHash = hashWithdrawalInput(body);
  const earlier = await findReplay({ query }, key, inputHash);
  if (earlier) return earlier;

  await requireWalletUse('withdrawals');
  const terms = await withdrawalTerms(body);
  const { method } = terms;
  await walletAssetOf(method.asset);
  requireToldFee(body.fee, terms);
  const withdrawal: NewWithdrawal = {
    id: newId('wdr'),
    userId: user.userId,
    methodId: method.id,
    assetCode: method.asset,
    amountUnits: terms.amountUnits,
    feeUnits: terms.feeUnits,
    requisites: terms.requisites,
    walletHoldId: newId('hld'),
    reserveHoldId: newId('hld'),
    idempotencyKey: key,
    inputHash,
    createdAt: now(),
  };
  return tellingShortage({ methodId: method.id, asset: method.asset, scale: method.scale }, () =>
    tellingWalletShortage(() => inTransaction((tx) => write(tx, withdrawal))),
  );
}

type NewWithdrawal = Omit<WithdrawalRow, 'number' | 'status' | 'reference' | 'reason' | 'decidedAt'>;

async function write(tx: Tx, wanted: NewWithdrawal): Promise<CreatedWithdrawal> {
  const withdrawal = await insert(tx, wanted);
  if (!withdrawal) {
    const earlier = await findReplay(tx, wanted.idempotencyKey, wanted.inputHash);
    return earlier ?? fail('unavailable');
  }
  const { id, userId, methodId, assetCode, amountUnits } = withdrawal;
  const payout = await queuePayout(tx, {
    subjectKind: 'withdrawal',
    subjectId: id,
    methodId,
    asset: assetCode,
    amountUnits,
    destination: Object.fromEntries(
      Object.entries(withdrawal.requisites).map(([key, { value }]) => [key, value]),
    ),
    requestedBy: userId,
  });
  await queueLetters(tx, await requestLetters(tx, withdrawal, payout));
  await postWallet(tx, withdrawalHold(withdrawal, 'customer'), () => ({ kind: 'withdrawal' }));
  // The wallet's row is locked now: of several at once each sees those before it.
  await assertWalletDay(tx, { userId, asset: assetCode, what: 'withdraw' });
  return { withdrawalId: id, replayed: false };
}

async function insert(tx: Tx, withdrawal: NewWithdrawal): Promise<WithdrawalRow | null> {
  return tx.maybeOne<WithdrawalRow>(
    `INSERT INTO withdrawals AS w (id, user_id, status, method_id, asset_code, amount_units, fee_units, requisites,
       wallet_hold_id, reserve_hold_id, idempotency_key, input_hash, created_at)
     VALUES ($1, $2, 'in_progress', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (idempotency_key) DO NOTHING RETURNING ${withdrawalColumnsOf('w')}`,
    [
      withdrawal.id,
      withdrawal.userId,
      withdrawal.methodId,
      withdrawal.assetCode,
      withdrawal.amountUnits,
      withdrawal.feeUnits,
      JSON.stringify(withdrawal.requisites),
      withdrawal.walletHoldId,
      withdrawal.reserveHoldId,
      withdrawal.idempotencyKey,
      withdrawal.inputHash,
      withdrawal.createdAt,
    ],
  );
}

/** A fee that has changed since it was told, or a forged one, is told anew and not taken. */
function requireToldFee(told: string, { feeUnits, method: { scale, asset } }: WithdrawalTerms): void {
  const fee = formatUnits(feeUnits, scale);
  if (told !== fee) fail('withdrawal_fee_changed', { params: { fee, asset } });
}

async function findReplay(db: Queryable, key: string, inputHash: string): Promise<CreatedWithdrawal | null> {
  const [row] = await db.query<{ id: string; hash: string }>(
    'SELECT id, input_hash AS hash FROM withdrawals WHERE idempotency_key = $1',
    [key],
    'withdrawal_by_key',
  );
  if (!row) return null;
  if (row.hash !== inputHash) return fail('idempotency_mismatch');
  return { withdrawalId: row.id, replayed: true };
}
