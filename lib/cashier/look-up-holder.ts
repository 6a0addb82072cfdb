import type { Actor } from '@/lib/auth/actor';
import type { HolderView } from '@/lib/cashier/till-types';
import { walletHolder } from '@/lib/cashier/wallet-holder';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { walletBalances } from '@/lib/wallet/wallet-queries';

/** A holder with what he can spend now, by asset; plain decimals. What is empty is left out. */
export type HolderWithBalances = HolderView & { balances: { asset: string; available: string }[] };

/** Whose wallet a number is and what is in it, for the till's form. Throws what `walletHolder` throws. */
export async function lookUpHolder(given: { actor: Actor; number: string }): Promise<HolderWithBalances> {
  const holder = await walletHolder(given);
  const [wallet] = await query<{ userId: string }>(
    'SELECT user_id AS "userId" FROM wallets WHERE number = $1',
    [holder.number],
  );
  const balances = wallet ? await walletBalances(wallet.userId) : [];
  return {
    ...holder,
    balances: balances
      .filter(({ availableUnits }) => availableUnits !== 0n)
      .map(({ asset, scale, availableUnits }) => ({ asset, available: formatUnits(availableUnits, scale) })),
  };
}
