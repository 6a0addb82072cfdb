import { type Queryable, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type WalletSettings, type WalletUse, walletSettings } from '@/lib/wallet/wallet-settings';

/** What wallets may do in one asset. Units of the asset; null: any amount. */
export type WalletAssetRow = {
  asset: string;
  scale: number;
  methodId: string;
  topUpDayUnits: bigint | null;
  spendDayUnits: bigint | null;
  transferDayUnits: bigint | null;
  withdrawDayUnits: bigint | null;
  transferMinUnits: bigint | null;
  transferMaxUnits: bigint | null;
  topUpApprovalUnits: bigint | null;
  writeOffApprovalUnits: bigint | null;
  cashierFeeBps: number;
  cashierFeeUnits: bigint;
  cashierMinUnits: bigint | null;
  cashierMaxUnits: bigint | null;
};

/** The settings, where wallets are switched on. Throws `wallet_off`. */
export async function requireWallet(db: Queryable = { query }): Promise<WalletSettings> {
  const settings = await walletSettings(db);
  if (!settings.on) fail('wallet_off');
  return settings;
}

/** The same, where wallets may be used for that. Throws `wallet_off`, `wallet_use_off`. */
export async function requireWalletUse(use: WalletUse, db: Queryable = { query }): Promise<WalletSettings> {
  const settings = await requireWallet(db);
  if (!settings.uses[use]) fail('wallet_use_off');
  return settings;
}

/** An asset that wallets hold at present, with its limits. Throws `wallet_asset_off` (params: asset). */
export async function walletAssetOf(asset: string, db: Queryable = { query }): Promise<WalletAssetRow> {
  const [row] = await db.query<WalletAssetRow>(
    `${selectWalletAssets} WHERE w.enabled AND w.asset_code = $1`,
    [asset],
    'wallet_asset',
  );
  return row ?? fail('wallet_asset_off', { params: { asset } });
}

/** Every asset that wallets hold at present. */
export function walletAssets(db: Queryable = { query }): Promise<WalletAssetRow[]> {
  return db.query<WalletAssetRow>(`${selectWalletAssets} WHERE w.enabled ORDER BY w.asset_code`);
}

const selectWalletAssets = `
SELECT w.asset_code AS asset, a.scale, w.method_id AS "methodId", w.top_up_day_units AS "topUpDayUnits",
  w.spend_day_units AS "spendDayUnits", w.transfer_day_units AS "transferDayUnits",
  w.withdraw_day_units AS "withdrawDayUnits", w.transfer_min_units AS "transferMinUnits",
  w.transfer_max_units AS "transferMaxUnits", w.top_up_approval_units AS "topUpApprovalUnits",
  w.write_off_approval_units AS "writeOffApprovalUnits", w.cashier_fee_bps AS "cashierFeeBps",
  w.cashier_fee_units AS "cashierFeeUnits", w.cashier_min_units AS "cashierMinUnits",
  w.cashier_max_units AS "cashierMaxUnits"
FROM wallet_assets w JOIN assets a ON a.code = w.asset_code`;
