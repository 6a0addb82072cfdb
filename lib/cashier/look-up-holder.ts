import { type Actor, requireUser } from '@/lib/auth/actor';
import { requireCashier } from '@/lib/cashier/cashier-actor';
import { atTill } from '@/lib/cashier/refusals';
import type { HolderView } from '@/lib/cashier/till-types';
import { walletHolder } from '@/lib/cashier/wallet-holder';
import { formatUnits } from '@/lib/money';
import { walletBalances } from '@/lib/wallet/wallet-queries';

/** A holder with what he can spend now, by asset; plain decimals. What is empty is left out. */
export type HolderWithBalances = HolderView & { balances: { asset: string; available: string }[] };

/**
 * Whose wallet a number is, and what is in it of the assets that the cashier works with, for the till's form. Throws
 * `not_signed_in`, `cashier_off` and what `walletHolder` throws; refusals are kept, as those of every command are.
 */
export async function lookUpHolder({
  actor,
  number,
}: {
  actor: Actor;
  number: string;
}): Promise<HolderWithBalances> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'look_up', given: { number } }, async () => {
    const cashier = await requireCashier(user);
    const { userId, ...holder } = await walletHolder(cashier, number);
    const balances = await walletBalances(userId);
    return {
      ...holder,
      balances: balances
        .filter(({ asset, availableUnits }) => cashier.limits.has(asset) && availableUnits !== 0n)
        .map(({ asset, scale, availableUnits }) => ({
          asset,
          available: formatUnits(availableUnits, scale),
        })),
    };
  });
}
