import { type Actor, requireRole } from '@/lib/auth/actor';
import { nothingYet } from '@/lib/catalog/form-version';
import { percent } from '@/lib/catalog/percent';
import { prisma, query } from '@/lib/db';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits, formatUnitsShort } from '@/lib/money';
import { walletSettingsVersion } from '@/lib/wallet/save-wallet-settings';
import { walletAssetVersion } from '@/lib/wallet/wallet-asset-columns';
import { type WalletSettings, walletSettings } from '@/lib/wallet/wallet-settings';

/** Who changed it last; null: nobody has. */
export type LastChange = { at: Date; by: string } | null;

/** An asset of wallets as its form shows it: amounts as decimals, empty for any. */
export type WalletAssetForm = {
  asset: string;
  scale: number;
  titles: Localized;
  enabled: boolean;
  methodCode: string;
  methodTitles: Localized;
  /** Open directions that its method is a side of. */
  directions: number;
  /** What customers have in their wallets, and how many of them. */
  total: string;
  holders: number;
  /** What the form is filled from, for it to send back. */
  version: string;
  values: Record<(typeof amountFields)[number] | 'cashierFeePercent', string>;
  changed: LastChange;
};

export type WalletAdmin = {
  settings: WalletSettings;
  version: string;
  changed: LastChange;
  assets: WalletAssetForm[];
  /** Assets of the office that wallets do not hold yet. */
  closed: { asset: string; titles: Localized }[];
};

/** Every amount of an asset's form. */
export const amountFields = [
  'topUpDay',
  'spendDay',
  'transferDay',
  'withdrawDay',
  'transferMin',
  'transferMax',
  'topUpApproval',
  'writeOffApproval',
  'cashierFee',
  'cashierMin',
  'cashierMax',
] as const;

/** What the page of wallets shows to admins. */
export async function loadWalletAdmin(actor: Actor): Promise<WalletAdmin> {
  requireRole(actor, 'admin');
  const [settings, [saved], rows, kept, assets, held, changes] = await Promise.all([
    walletSettings(),
    query<{ at: Date; by: string | null }>(
      `SELECT updated_at AS at, updated_by AS by FROM settings WHERE key = 'wallet'`,
    ),
    prisma().walletAsset.findMany({ orderBy: { assetCode: 'asc' } }),
    query('SELECT * FROM wallet_assets'),
    prisma().asset.findMany({ orderBy: { code: 'asc' } }),
    totals(),
    lastChanges(),
  ]);
  const methods = await methodsOf(rows.map(({ methodId }) => methodId));
  const versions = new Map(kept.map((row) => [String(row.asset_code), walletAssetVersion(row)]));
  const assetOf = new Map(assets.map((asset) => [asset.code, asset]));
  return {
    settings,
    version: walletSettingsVersion(settings),
    changed: saved?.by ? { at: saved.at, by: saved.by } : null,
    assets: rows.flatMap((row) => {
      const asset = assetOf.get(row.assetCode);
      const method = methods.get(row.methodId);
      if (!asset || !method) return [];
      const total = held.get(row.assetCode);
      const amount = (units: bigint | null) => (units === null ? '' : formatUnitsShort(units, asset.scale));
      return {
        asset: row.assetCode,
        scale: asset.scale,
        titles: asset.titles as Localized,
        enabled: row.enabled,
        methodCode: method.code,
        methodTitles: method.titles,
        directions: method.directions,
        total: formatUnits(total?.units ?? 0n, asset.scale),
        holders: total?.holders ?? 0,
        version: versions.get(row.assetCode) ?? nothingYet,
        values: {
          topUpDay: amount(row.topUpDayUnits),
          spendDay: amount(row.spendDayUnits),
          transferDay: amount(row.transferDayUnits),
          withdrawDay: amount(row.withdrawDayUnits),
          transferMin: amount(row.transferMinUnits),
          transferMax: amount(row.transferMaxUnits),
          topUpApproval: amount(row.topUpApprovalUnits),
          writeOffApproval: amount(row.writeOffApprovalUnits),
          cashierFeePercent: percent(row.cashierFeeBps),
          // No fee and none are one thing here, unlike a limit of nothing.
          cashierFee: amount(row.cashierFeeUnits || null),
          cashierMin: amount(row.cashierMinUnits),
          cashierMax: amount(row.cashierMaxUnits),
        },
        changed: changes.get(row.assetCode) ?? null,
      };
    }),
    closed: assets
      .filter(({ code }) => !rows.some(({ assetCode }) => assetCode === code))
      .map(({ code, titles }) => ({ asset: code, titles: titles as Localized })),
  };
}

type Method = { id: string; code: string; titles: Localized; directions: number };

async function methodsOf(ids: string[]): Promise<Map<string, Method>> {
  const rows = await query<Method>(
    `SELECT m.id, m.code, m.titles, count(d.id) FILTER (WHERE d.enabled)::int AS directions
       FROM payment_methods m LEFT JOIN directions d ON m.id IN (d.from_method_id, d.to_method_id)
      WHERE m.id = ANY ($1) GROUP BY m.id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function totals(): Promise<Map<string, { units: bigint; holders: number }>> {
  const rows = await query<{ asset: string; units: bigint; holders: number }>(
    `SELECT a.asset_code AS asset, (-sum(b.balance_units))::bigint AS units,
        count(*) FILTER (WHERE b.balance_units <> 0)::int AS holders
       FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
      WHERE a.kind = 'wallet' GROUP BY a.asset_code`,
  );
  return new Map(rows.map((row) => [row.asset, row]));
}

async function lastChanges(): Promise<Map<string, { at: Date; by: string }>> {
  const rows = await query<{ asset: string; at: Date; by: string }>(
    `SELECT w.asset_code AS asset, r.at, r.actor_name AS by
       FROM wallet_assets w CROSS JOIN LATERAL (
         SELECT at, actor_name FROM audit_records
          WHERE subject = w.asset_code AND action LIKE 'wallet.%' ORDER BY at DESC LIMIT 1
       ) r`,
  );
  return new Map(rows.map((row) => [row.asset, row]));
}
