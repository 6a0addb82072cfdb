import type { Queryable, Tx } from '@/lib/db';
import { accountId } from '@/lib/ledger/accounts';
import { type Posted, post } from '@/lib/ledger/post';
import type { TransferInput } from '@/lib/ledger/posting';
import { tellAfterCommit } from '@/lib/live';
import type { WalletRecordDetails, WalletRecordKind } from '@/lib/wallet/wallet-record';

export type WalletLine = { kind: WalletRecordKind; details?: WalletRecordDetails };

/** How a line reads for the wallet of that person in that asset. */
export type ToldOfWallet = (userId: string, asset: string) => WalletLine;

/**
 * Posts a transfer that touches wallets and writes their history in the same transaction: the only way to move what is
 * in a wallet. `told` says how the line reads for each wallet (by user id and asset) that the transfer moves money of;
 * holds alone write none. Wakes the pages of those people. A replay writes nothing more.
 *
 * Throws what `post` throws: `ledger_overdraft` where a wallet has less (params: owner is the user id).
 */
export async function postWallet(tx: Tx, transfer: TransferInput, told: ToldOfWallet): Promise<Posted> {
  const posted = await post(tx, transfer);
  await recordWallets(tx, posted.transferId, transfer, told);
  const people = [...transfer.postings, ...(transfer.holds ?? [])]
    .filter(({ account }) => account.kind === 'wallet')
    .map(({ account }) => account.owner);
  tellAfterCommit(tx, ...new Set(people.map((userId) => `wallet:${userId}`)));
  return posted;
}

/** One line for each wallet entry of a transfer. The entry's number is the line's: writing it again writes nothing. */
export async function recordWallets(
  tx: Queryable,
  transferId: string,
  { postings, subject }: Pick<TransferInput, 'postings' | 'subject'>,
  told: ToldOfWallet,
): Promise<void> {
  const wallets = new Map(
    postings
      .filter(({ account }) => account.kind === 'wallet')
      .map(({ account }) => [accountId(account), account]),
  );
  if (wallets.size === 0) return;
  const lines = [...wallets.values()].map(({ owner, asset }) => told(owner, asset));
  await tx.query(
    recordSql,
    [
      transferId,
      [...wallets.keys()],
      lines.map(({ kind }) => kind),
      lines.map(({ details }) => JSON.stringify(details ?? {})),
      subject ?? transferId,
    ],
    'wallet_records',
  );
}

// Stored balances are negative, as the office owes them: people read them the other way round. The account is locked
// by the posting, so its line before is there already; a moment never goes back along an account, whatever clocks say:
// the history is read by it.
const recordSql = `
INSERT INTO wallet_records (entry_id, user_id, asset_code, kind, amount_units, balance_after_units, transfer_id,
  subject, details, at)
SELECT e.id, a.owner, a.asset_code, t.kind, -e.amount_units, -e.balance_after_units, e.transfer_id, $5,
  t.details::jsonb, greatest(e.created_at, (
    SELECT earlier.at FROM wallet_records earlier
    WHERE earlier.user_id = a.owner AND earlier.asset_code = a.asset_code
    ORDER BY earlier.at DESC, earlier.entry_id DESC LIMIT 1))
FROM ledger_entries e
JOIN unnest($2::text[], $3::text[], $4::text[]) AS t(account_id, kind, details) ON t.account_id = e.account_id
JOIN ledger_accounts a ON a.id = e.account_id
WHERE e.transfer_id = $1
ON CONFLICT (entry_id) DO NOTHING`;
