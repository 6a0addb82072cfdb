import { query } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { balanceOf } from '@/lib/ledger/queries';
import { formatUnits } from '@/lib/money';
import { tellingWalletShortage } from '@/lib/wallet/wallet-shortage';

/**
 * Runs a command of the till; where the ledger refuses, the cashier is told what the wallet or the drawer has after
 * all. Put it around the transaction. Throws `wallet_not_enough`, `drawer_not_enough` (params: available, asset).
 */
export async function tellingTillShortage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await tellingWalletShortage(work);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger_overdraft') throw error;
    const { kind, owner, asset } = error.params;
    if (kind !== 'drawer' || owner === undefined || asset === undefined) throw error;
    const { balanceUnits, heldUnits } = await balanceOf({ kind, owner, asset });
    const [row] = await query<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [asset]);
    const available = formatUnits(balanceUnits - heldUnits, row?.scale ?? 0);
    return fail('drawer_not_enough', { params: { available, asset }, cause: error });
  }
}
