import { type Actor, requireUser } from '@/lib/auth/actor';
import { type Queryable, query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { historyQuery, type WalletHistoryFilter, walletPageSize } from '@/lib/wallet/wallet-history';
import { lineView, type RecordRow, recordColumns, type WalletLineView } from '@/lib/wallet/wallet-line';
import { type WalletReader, walletOf } from '@/lib/wallet/wallet-reader';

/** Units of an asset as people read them: above zero is theirs. */
export type WalletBalance = {
  asset: string;
  scale: number;
  balanceUnits: bigint;
  /** Promised already: part of the balance that cannot be spent. */
  heldUnits: bigint;
  availableUnits: bigint;
};

export type WalletView = {
  /** Ten digits; `formatWalletNumber` groups them. */
  number: string;
  /** Plain decimals. */
  balances: { asset: string; scale: number; balance: string; held: string; available: string }[];
};

/**
 * A person's balances: of every asset that wallets hold at present, and of any other that something is left of. By
 * code. Asks nobody's rights.
 */
export async function walletBalances(userId: string, db: Queryable = { query }): Promise<WalletBalance[]> {
  return db.query<WalletBalance>(
    `SELECT a.code AS asset, a.scale, coalesce(-b.balance_units, 0)::bigint AS "balanceUnits",
       coalesce(b.held_units, 0)::bigint AS "heldUnits",
       coalesce(-b.balance_units - b.held_units, 0)::bigint AS "availableUnits"
     FROM assets a
     LEFT JOIN wallet_assets w ON w.asset_code = a.code
     LEFT JOIN ledger_accounts l ON l.kind = 'wallet' AND l.owner = $1 AND l.asset_code = a.code
     LEFT JOIN ledger_balances b ON b.account_id = l.id
     WHERE coalesce(w.enabled, false) OR b.balance_units <> 0 ORDER BY a.code`,
    [userId],
    'wallet_balances',
  );
}

/** The signed-in person's wallet; its number is made at the first look. Throws `not_signed_in`. */
export async function walletView(actor: Actor): Promise<WalletView> {
  const { userId } = requireUser(actor);
  const [number, balances] = await Promise.all([walletNumberOf(userId), walletBalances(userId)]);
  return {
    number,
    balances: balances.map(({ asset, scale, ...units }) => ({
      asset,
      scale,
      balance: formatUnits(units.balanceUnits, scale),
      held: formatUnits(units.heldUnits, scale),
      available: formatUnits(units.availableUnits, scale),
    })),
  };
}

/**
 * A text that differs after every change of a balance or of what is held: what open pages compare. Tells nothing else;
 * asks nobody's rights.
 */
export async function walletVersion(userId: string, db: Queryable = { query }): Promise<string> {
  const [row] = await db.query<{ version: string | null }>(
    `SELECT string_agg(a.asset_code || ':' || b.held_units || ':' || coalesce(last.id, 0), ' ' ORDER BY a.asset_code)
       AS version
     FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
     LEFT JOIN LATERAL (
       SELECT id FROM ledger_entries WHERE account_id = a.id ORDER BY id DESC LIMIT 1
     ) AS last ON true
     WHERE a.kind = 'wallet' AND a.owner = $1`,
    [userId],
    'wallet_version',
  );
  return row?.version ?? '';
}

export type WalletHistoryPage = {
  lines: WalletLineView[];
  /** What the page after this one is asked with; null: this is the last. */
  next: string | null;
};

/**
 * A page of a wallet's history, newest first, with the balance after each line; `before` is the `next` of the page
 * before (anything else begins at the newest). What the filter names and does not exist finds nothing.
 * Throws `not_signed_in`, `forbidden`.
 */
export async function walletHistory(
  reader: WalletReader,
  filter: WalletHistoryFilter = {},
  before?: string,
): Promise<WalletHistoryPage> {
  const { userId } = walletOf(reader);
  const rows = await query<RecordRow>(...(await historyQuery(userId, filter, before)));
  const page = rows.slice(0, walletPageSize);
  const last = page.at(-1);
  const next = rows.length > walletPageSize && last ? `${last.at.getTime()}-${last.entryId}` : null;
  return { lines: page.map(lineView), next };
}

/** One line of the wallet, or null: for its receipt. Throws `not_signed_in`, `forbidden`. */
export async function walletLine(reader: WalletReader, entryId: string): Promise<WalletLineView | null> {
  const { userId } = walletOf(reader);
  if (!/^\d{1,18}$/.test(entryId)) return null;
  const [row] = await query<RecordRow>(
    `SELECT ${recordColumns}, a.scale FROM wallet_records r JOIN assets a ON a.code = r.asset_code
     WHERE r.entry_id = $1 AND r.user_id = $2`,
    [entryId, userId],
  );
  return row ? lineView(row) : null;
}
