import { type Actor, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';

/** What keeps an amount of a wallet from being spent. */
export type HoldReason = 'withdrawal' | 'write_off' | 'exchange' | 'other';

export type WalletHoldView = {
  holdId: string;
  asset: string;
  /** A plain decimal. */
  amount: string;
  reason: HoldReason;
  /** A withdrawal, a cashier's operation, an order. */
  subject: string | null;
  /** ISO 8601. */
  at: string;
};

/** Every open hold on the signed-in person's wallet, oldest first. Throws `not_signed_in`. */
export async function walletHolds(actor: Actor): Promise<WalletHoldView[]> {
  const { userId } = requireUser(actor);
  const rows = await query<{
    holdId: string;
    asset: string;
    scale: number;
    amountUnits: bigint;
    subject: string | null;
    at: Date;
  }>(
    `SELECT h.id AS "holdId", l.asset_code AS asset, a.scale, h.amount_units AS "amountUnits", h.subject,
       h.created_at AS at
     FROM ledger_accounts l
     JOIN ledger_holds h ON h.account_id = l.id AND h.state = 'held'
     JOIN assets a ON a.code = l.asset_code
     WHERE l.kind = 'wallet' AND l.owner = $1 ORDER BY h.created_at, h.id`,
    [userId],
    'wallet_holds',
  );
  return rows.map(({ scale, amountUnits, at, ...hold }) => ({
    ...hold,
    amount: formatUnits(amountUnits, scale),
    reason: reasonOf(hold.subject),
    at: at.toISOString(),
  }));
}

function reasonOf(subject: string | null): HoldReason {
  if (subject?.startsWith('wdr_')) return 'withdrawal';
  if (subject?.startsWith('tlo_')) return 'write_off';
  return subject?.startsWith('ord_') ? 'exchange' : 'other';
}
