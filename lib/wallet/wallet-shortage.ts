import { type Queryable, query } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { walletAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { formatUnits } from '@/lib/money';

/**
 * Runs a command that takes from a wallet; where the ledger refuses, its holder or a cashier is told what can be spent
 * after all. Put it around the transaction: the balance is read when that has ended.
 * Throws `wallet_not_enough` (params: available, asset) where the account overdrawn is a wallet.
 */
export async function tellingWalletShortage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger_overdraft') throw error;
    const { kind, owner, asset } = error.params;
    if (kind !== 'wallet' || owner === undefined || asset === undefined) throw error;
    const available = await availableInWallet(owner, asset);
    return fail('wallet_not_enough', { params: { available, asset }, cause: error });
  }
}

/** What can be spent now, as a plain decimal. */
async function availableInWallet(userId: string, asset: string, db: Queryable = { query }): Promise<string> {
  const { balanceUnits, heldUnits } = await balanceOf(walletAccount(userId, asset), db);
  const [row] = await db.query<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [asset]);
  return formatUnits(-balanceUnits - heldUnits, row?.scale ?? 0);
}
