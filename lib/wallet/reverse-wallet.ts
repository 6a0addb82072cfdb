import type { Tx } from '@/lib/db';
import { walletAccount } from '@/lib/ledger/accounts';
import type { Posted } from '@/lib/ledger/post';
import { reverse } from '@/lib/ledger/reverse';
import { tellAfterCommit } from '@/lib/live';
import { recordWallets, type ToldOfWallet } from '@/lib/wallet/post-wallet';

/**
 * Takes a transfer that touched wallets back by its opposite, and writes the lines of it: both sides stay visible.
 * Wakes the pages of those people. A replay writes nothing more.
 *
 * Throws what `reverse` throws, `ledger_overdraft` among it: what came in may be spent already.
 */
export async function reverseWallet(
  tx: Tx,
  reversal: { transferId: string; key: string; actor: string; note: string },
  told: ToldOfWallet = () => ({ kind: 'reversal' }),
): Promise<Posted> {
  const posted = await reverse(tx, reversal);
  const wallets = await tx.query<{ owner: string; asset: string; subject: string | null }>(
    `SELECT DISTINCT a.owner, a.asset_code AS asset, t.subject
     FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id JOIN ledger_accounts a ON a.id = e.account_id
     WHERE t.id = $1 AND a.kind = 'wallet'`,
    [posted.transferId],
  );
  const postings = wallets.map(({ owner, asset }) => ({
    account: walletAccount(owner, asset),
    amountUnits: 0n,
  }));
  await recordWallets(tx, posted.transferId, { postings, subject: wallets[0]?.subject ?? undefined }, told);
  tellAfterCommit(tx, ...new Set(wallets.map(({ owner }) => `wallet:${owner}`)));
  return posted;
}
