import type { Queryable, Tx } from '@/lib/db';
import { accountId } from '@/lib/ledger/accounts';
import { type Posted, post } from '@/lib/ledger/post';
import type { TransferInput } from '@/lib/ledger/posting';
import { tellAfterCommit } from '@/lib/live';
import type { WalletRecordDetails, WalletRecordKind } from '@/lib/wallet/wallet-record';

export type WalletLine = { kind: WalletRecordKind; details?: WalletRecordDetails };

/**
 * Posts a transfer that touches wallets and writes their history in the same transaction: the only way to move what is
 * in a wallet. `told` says how the line reads for each wallet (by user id and asset) that the transfer moves money of;
 * holds alone write none. Wakes the pages of those people. A replay writes nothing more.
 *
 * Throws what `post` throws: `ledger_overdraft` where a wallet has less (params: owner is the user id).
 */
export async function postWallet(
  tx: Tx,
  transfer: TransferInput,
  told: (userId: string, asset: string) => WalletLine,
): Promise<Posted> {
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
  told: (userId: string, asset: string) => WalletLine,
): Promise<void> {
  const moved = postings.filter(({ account }) => account.kind === 'wallet');
  const wallets = [...new Map(moved.map(({ account }) => [accountId(account), account])).values()];
  if (wallets.length === 0) return;
  const lines = wallets.map(({ owner, asset }) => told(owner, asset));
  // Stored balances are negative, as the office owes them: people read them the other way round.
  await tx.query(
    `INSERT INTO wallet_records (entry_id, user_id, asset_code, kind, amount_units, balance_after_units, transfer_id,
       subject, details, at)
     SELECT e.id, a.owner, a.asset_code, t.kind, -e.amount_units, -e.balance_after_units, e.transfer_id, $5,
       t.details::jsonb, e.created_at
     FROM ledger_entries e
     JOIN ledger_accounts a ON a.id = e.account_id AND a.kind = 'wallet'
     JOIN unnest($2::text[], $3::text[], $4::text[]) AS t(account_id, kind, details) ON t.account_id = a.id
     WHERE e.transfer_id = $1
     ON CONFLICT (entry_id) DO NOTHING`,
    [
      transferId,
      wallets.map(accountId),
      lines.map(({ kind }) => kind),
      lines.map(({ details }) => JSON.stringify(details ?? {})),
      subject ?? transferId,
    ],
    'wallet_records',
  );
}
