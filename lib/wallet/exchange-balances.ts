import type { Actor } from '@/lib/auth/actor';
import { formatUnits } from '@/lib/money';
import { walletBalances } from '@/lib/wallet/wallet-queries';

/** What a signed-in person can give from the wallet, a plain decimal by asset; null for whoever is not signed in. */
export async function exchangeBalances(actor: Actor): Promise<Record<string, string> | null> {
  if (actor.kind !== 'user') return null;
  const balances = await walletBalances(actor.userId);
  return Object.fromEntries(
    balances.map(({ asset, scale, availableUnits }) => [asset, formatUnits(availableUnits, scale)]),
  );
}
