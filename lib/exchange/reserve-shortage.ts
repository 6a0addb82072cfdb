import { query } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { accountId, reserveAccount } from '@/lib/ledger/accounts';
import { formatUnits } from '@/lib/money';

type Reserve = { methodId: string; asset: string; scale: number };

/**
 * Runs a command that takes from the reserve; where the ledger refuses, the customer or operator is told what is
 * still there. What other accounts lack is left as it is. Throws `no_reserve` (params: available, asset).
 */
export async function tellingShortage<T>(reserve: Reserve, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger_overdraft') throw error;
    if (error.params.kind !== 'reserve') throw error;
    const available = formatUnits(await availableUnits(reserve), reserve.scale);
    return fail('no_reserve', { params: { available, asset: reserve.asset }, cause: error });
  }
}

async function availableUnits({ methodId, asset }: Reserve): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    'SELECT balance_units - held_units AS units FROM ledger_balances WHERE account_id = $1',
    [accountId(reserveAccount(methodId, asset))],
  );
  return row?.units ?? 0n;
}
