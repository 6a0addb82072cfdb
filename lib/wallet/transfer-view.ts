import { type Actor, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { isId } from '@/lib/ids';
import { formatUnits } from '@/lib/money';
import { maskedName } from '@/lib/wallet/masked-name';

/** A transfer as its sender sees it. */
export type WalletTransferView = {
  id: string;
  asset: string;
  /** A plain decimal. */
  amount: string;
  number: string;
  maskedName: string;
  /** The line of the sender's history. */
  entryId: string;
};

/** One of the signed-in person's own transfers, or null. Throws `not_signed_in`. */
export async function sentTransfer(actor: Actor, id: string): Promise<WalletTransferView | null> {
  const { userId } = requireUser(actor);
  if (!isId('wtr', id)) return null;
  const [row] = await query<{
    asset: string;
    scale: number;
    amountUnits: bigint;
    number: string;
    name: string;
    email: string;
    entryId: bigint;
  }>(
    `SELECT t.asset_code AS asset, a.scale, t.amount_units AS "amountUnits", w.number, u.name, u.email,
       r.entry_id AS "entryId"
     FROM wallet_transfers t
     JOIN assets a ON a.code = t.asset_code
     JOIN wallets w ON w.user_id = t.to_user_id
     JOIN users u ON u.id = t.to_user_id
     JOIN wallet_records r ON r.subject = t.id AND r.user_id = t.from_user_id
     WHERE t.id = $1 AND t.from_user_id = $2`,
    [id, userId],
  );
  if (!row) return null;
  return {
    id,
    asset: row.asset,
    amount: formatUnits(row.amountUnits, row.scale),
    number: row.number,
    maskedName: maskedName(row),
    entryId: row.entryId.toString(),
  };
}
