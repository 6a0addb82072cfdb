import { type Actor, requireUser } from '@/lib/auth/actor';
import type { WalletGlance } from '@/lib/wallet/glance-balances';
import { walletVersion, walletView } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/**
 * What the head of every page shows of the signed-in person's wallet, or null while wallets are off. The version is
 * read first: a change between the two is told once too often, never lost. Throws `not_signed_in`.
 */
export async function walletGlance(actor: Actor): Promise<WalletGlance | null> {
  const { userId } = requireUser(actor);
  const [settings, version] = await Promise.all([walletSettings(), walletVersion(userId)]);
  if (!settings.on) return null;
  const { number, balances } = await walletView(actor);
  return {
    version,
    number,
    titles: settings.titles,
    uses: settings.uses,
    balances: balances.map(({ asset, balance, held }) => ({ asset, balance, held })),
  };
}
