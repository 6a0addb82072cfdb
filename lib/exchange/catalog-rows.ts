import type { Queryable, Row } from '@/lib/db';
import { type MarketRateRow, type MarketRates, marketRates } from '@/lib/rates/market-rates';
import { type OfficeSettings, officeSettingsSchema } from '@/lib/settings';
import { walletSettingsSchema } from '@/lib/wallet/wallet-settings';
import type { MethodKind } from './catalog-types';
import type { ExchangeType, Localized } from './types';

/** A method of one side of a direction, or by itself, as read from the database. */
export type MethodRow = {
  id: string;
  code: string;
  kind: MethodKind;
  titles: Localized;
  logo_file_id: string | null;
  city: string | null;
  enabled: boolean;
  asset_code: string;
  scale: number;
  symbol: string;
  fields: unknown;
  available_units: bigint | null;
};

export type DirectionRow = Row & {
  id: string;
  type: ExchangeType | null;
  enabled: boolean;
  rate_kind: 'fixed' | 'market';
  fixed_in: string | null;
  fixed_out: string | null;
  spread_bps: number;
  min_give_units: bigint | null;
  max_give_units: bigint | null;
  min_get_units: bigint | null;
  max_get_units: bigint | null;
  fee_bps: number;
  fee_units: bigint;
  min_fee_units: bigint;
  give_step_units: bigint;
  get_step_units: bigint;
  expiry_minutes: number;
  usual_minutes: number;
  tags: string[];

  /** The system that takes the payment; null: direct. */
  pay_in_system: string | null;
  /** The system that pays out; null: by hand. */
  pay_out_system: string | null;
  pay_out_works: boolean;

  from_code: string;
  from_kind: MethodKind;
  from_city: string | null;
  from_enabled: boolean;
  from_asset: string;
  from_scale: number;
  from_default_type: ExchangeType;
  pay_in_fee_bps: number;
  pay_in_fee_units: bigint;
  min_in_units: bigint | null;
  max_in_units: bigint | null;

  to_code: string;
  to_kind: MethodKind;
  to_city: string | null;
  to_enabled: boolean;
  to_asset: string;
  to_scale: number;
  pay_out_fee_bps: number;
  pay_out_fee_units: bigint;
  min_out_units: bigint | null;
  max_out_units: bigint | null;
  available_units: bigint | null;
};

/** What every price hangs on beside the direction itself. `wallets`: they may be a side of an exchange. */
export type OfficeNow = { settings: OfficeSettings; rates: MarketRates; wallets: boolean };

/** What a method's reserve still promises to nobody. A reserve has one row per method, kept by the ledger. */
const reserves = `(
  SELECT a.owner, a.asset_code, sum(b.balance_units - b.held_units)::bigint AS available_units
  FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
  WHERE a.kind = 'reserve' GROUP BY a.owner, a.asset_code
)`;

/** A connection that is switched on and does not fail; none at all always works. */
const works = (connection: string) =>
  `(${connection}.id IS NULL OR (${connection}.enabled AND ${connection}.broken_at IS NULL))`;

/** Wallets of an asset that is open for them; other methods are none. */
const walletOpen = (method: string) =>
  `(${method}.kind <> 'wallet' OR EXISTS (SELECT FROM wallet_assets w WHERE w.method_id = ${method}.id AND w.enabled))`;

/** What the customer bears of the system's own fee. */
const ofSystem = (method: string, part: 'bps' | 'units') =>
  `CASE ${method}.system_fee_bearer WHEN 'customer' THEN ${method}.system_fee_${part} ELSE 0 END`;

const directionColumns = `
  d.id, d.type, d.enabled, d.rate_kind, d.fixed_in, d.fixed_out, d.spread_bps,
  d.min_give_units, d.max_give_units, d.min_get_units, d.max_get_units, d.fee_bps, d.fee_units, d.min_fee_units,
  d.give_step_units, d.get_step_units, d.expiry_minutes, d.usual_minutes, d.tags,
  f.code AS from_code, f.kind AS from_kind, f.city AS from_city, f.enabled AND 'exchange' = ANY(f.uses) AND ${works('ci')} AND ${walletOpen('f')} AS from_enabled,
  f.asset_code AS from_asset, fa.scale AS from_scale, f.default_type AS from_default_type,
  ci.system_code AS pay_in_system, co.system_code AS pay_out_system, ${works('co')} AS pay_out_works,
  f.pay_in_fee_bps + ${ofSystem('f', 'bps')} AS pay_in_fee_bps,
  f.pay_in_fee_units + ${ofSystem('f', 'units')} AS pay_in_fee_units, f.min_in_units, f.max_in_units,
  t.code AS to_code, t.kind AS to_kind, t.city AS to_city, t.enabled AND 'exchange' = ANY(t.uses) AND ${walletOpen('t')} AS to_enabled,
  t.asset_code AS to_asset, ta.scale AS to_scale,
  t.pay_out_fee_bps, t.pay_out_fee_units, t.min_out_units, t.max_out_units, r.available_units`;

const directionTables = `
  directions d
  JOIN payment_methods f ON f.id = d.from_method_id JOIN assets fa ON fa.code = f.asset_code
  JOIN payment_methods t ON t.id = d.to_method_id JOIN assets ta ON ta.code = t.asset_code
  LEFT JOIN system_connections ci ON ci.id = f.pay_in_connection_id
  LEFT JOIN system_connections co ON co.id = t.pay_out_connection_id
  LEFT JOIN ${reserves} r ON r.owner = t.id AND r.asset_code = t.asset_code`;

/** Directions that are switched on with both their methods, in the order of the catalog: those of wallets last. */
export function enabledDirectionRows(db: Queryable): Promise<DirectionRow[]> {
  return db.query<DirectionRow>(
    `SELECT ${directionColumns} FROM ${directionTables}
     WHERE d.enabled AND f.enabled AND t.enabled
     ORDER BY f.kind = 'wallet' OR t.kind = 'wallet', f.sort, f.code, d.sort, t.sort, t.code`,
  );
}

/** One direction by the codes of its methods, switched on or not. */
export async function directionRowByCodes(
  db: Queryable,
  from: string,
  to: string,
): Promise<(DirectionRow & { texts: Localized }) | null> {
  const [row] = await db.query<DirectionRow & { texts: Localized }>(
    `SELECT ${directionColumns}, d.texts FROM ${directionTables} WHERE f.code = $1 AND t.code = $2`,
    [from, to],
    'direction_by_codes',
  );
  return row ?? null;
}

/** One direction by its id, switched on or not. */
export async function directionRowById(db: Queryable, directionId: string): Promise<DirectionRow | null> {
  const [row] = await db.query<DirectionRow>(
    `SELECT ${directionColumns} FROM ${directionTables} WHERE d.id = $1`,
    [directionId],
    'direction_by_id',
  );
  return row ?? null;
}

/** Methods that are switched on, or those with the given codes in any state. */
export function methodRows(db: Queryable, codes?: string[]): Promise<(MethodRow & Row)[]> {
  return db.query<MethodRow & Row>(
    `SELECT m.id, m.code, m.kind, m.titles, m.logo_file_id, m.city, m.enabled, m.asset_code, a.scale, a.symbol,
            m.fields, r.available_units
     FROM payment_methods m JOIN assets a ON a.code = m.asset_code
     LEFT JOIN ${reserves} r ON r.owner = m.id AND r.asset_code = m.asset_code
     WHERE ${codes ? 'm.code = ANY($1)' : `m.enabled AND ${walletOpen('m')}`}
     ORDER BY m.kind = 'wallet', m.sort, m.code`,
    codes ? [codes] : [],
  );
}

/** Settings and market rates as they stand now, in one statement. */
export async function officeNow(db: Queryable): Promise<OfficeNow> {
  const [row] = await db.query<{ office: unknown; wallet: unknown; rates: MarketRateRow[] }>(
    `SELECT (SELECT value FROM settings WHERE key = 'office') AS office,
            (SELECT value FROM settings WHERE key = 'wallet') AS wallet,
            (SELECT coalesce(json_agg(json_build_object(
               'base', base_code, 'quote', quote_code, 'price', price::text)), '[]') FROM market_rates) AS rates`,
    [],
    'office_now',
  );
  const { on, uses } = walletSettingsSchema.parse(row?.wallet ?? {});
  return {
    settings: officeSettingsSchema.parse(row?.office ?? {}),
    rates: marketRates(row?.rates ?? []),
    wallets: on && uses.exchange,
  };
}
