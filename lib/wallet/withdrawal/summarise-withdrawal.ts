import type { z } from 'zod';
import { type Actor, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Localized } from '@/lib/exchange/types';
import { accountId, walletAccount } from '@/lib/ledger/accounts';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { requireWalletUse } from '@/lib/wallet/require-wallet';
import { summariseWithdrawalInput } from '@/lib/wallet/withdrawal/withdraw-input';
import { withdrawalTerms } from '@/lib/wallet/withdrawal/withdrawal-terms';

/** What a withdrawal will be, told before it is made. Amounts are plain decimals of the asset. */
export type WithdrawalSummary = {
  asset: string;
  methodTitles: Localized;
  byHand: boolean;
  /** What the customer receives. */
  amount: string;
  fee: string;
  /** What leaves the wallet. */
  total: string;
  to: { titles: Localized; value: string }[];
};

/**
 * Checks a withdrawal as making it would, and tells what it will be; nothing is made. Throws as `createWithdrawal`
 * does, but for the limit of the day.
 */
export async function summariseWithdrawal({
  actor,
  ...input
}: z.input<typeof summariseWithdrawalInput> & { actor: Actor }): Promise<WithdrawalSummary> {
  const { userId } = requireUser(actor);
  const body = parseInput(summariseWithdrawalInput, input);
  await requireWalletUse('withdrawals');
  const { method, amountUnits, feeUnits, requisites } = await withdrawalTerms(body);
  const { asset, scale } = method;
  const available = await availableUnits(userId, asset);
  if (amountUnits + feeUnits > available)
    fail('wallet_not_enough', { params: { available: formatUnits(available, scale), asset } });
  return {
    asset,
    methodTitles: method.titles,
    byHand: method.problem === null,
    amount: formatUnits(amountUnits, scale),
    fee: formatUnits(feeUnits, scale),
    total: formatUnits(amountUnits + feeUnits, scale),
    to: method.fields.flatMap(({ key, titles }) => {
      const value = requisites[key]?.display;
      return value ? [{ titles, value }] : [];
    }),
  };
}

async function availableUnits(userId: string, asset: string): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    'SELECT -balance_units - held_units AS units FROM ledger_balances WHERE account_id = $1',
    [accountId(walletAccount(userId, asset))],
  );
  return row?.units ?? 0n;
}
