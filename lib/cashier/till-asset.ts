import type { Queryable } from '@/lib/db';

/** What the till needs of an asset. Units; null: any. `open`: wallets can be topped up in it at present. */
export type TillAsset = {
  asset: string;
  scale: number;
  titles: { en: string; ru: string };
  open: boolean;
  topUpApprovalUnits: bigint | null;
  writeOffApprovalUnits: bigint | null;
  cashierFeeBps: number;
  cashierFeeUnits: bigint;
  cashierMinUnits: bigint | null;
  cashierMaxUnits: bigint | null;
};

/** Those of the assets that wallets hold or held: what is in them can be paid out though the asset was closed. */
export function tillAssets(db: Queryable, codes: string[]): Promise<TillAsset[]> {
  return db.query<TillAsset>(
    `SELECT w.asset_code AS asset, a.scale, a.titles, w.enabled AS open,
       w.top_up_approval_units AS "topUpApprovalUnits", w.write_off_approval_units AS "writeOffApprovalUnits",
       w.cashier_fee_bps AS "cashierFeeBps", w.cashier_fee_units AS "cashierFeeUnits",
       w.cashier_min_units AS "cashierMinUnits", w.cashier_max_units AS "cashierMaxUnits"
     FROM wallet_assets w JOIN assets a ON a.code = w.asset_code WHERE w.asset_code = ANY ($1) ORDER BY 1`,
    [codes],
    'till_assets',
  );
}

/**
 * What a cashier moved of an asset since that moment, in units; what was taken back does not count. By when the money
 * moved: what was asked for yesterday and allowed today is of today.
 */
export async function movedSince(
  db: Queryable,
  { cashierId, asset, from }: { cashierId: string; asset: string; from: Date },
): Promise<bigint> {
  const [row] = await db.query<{ units: bigint }>(
    `SELECT coalesce(sum(amount_units), 0)::bigint AS units FROM till_operations
     WHERE cashier_id = $1 AND asset_code = $2 AND status = 'done' AND decided_at >= $3`,
    [cashierId, asset, from],
    'till_moved',
  );
  return row?.units ?? 0n;
}
