import type { Queryable } from '@/lib/db';
import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { Localized } from '@/lib/exchange/types';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import type { RequisiteField } from '@/lib/requisites/field';
import type { TopUpFeeTerms } from '@/lib/wallet/top-up/top-up-fee';
import type { TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';

/** What one way of topping up an asset costs and takes. Units of the asset; null: any amount. */
export type TopUpTerms = TopUpFeeTerms & {
  way: TopUpWayKind;
  minUnits: bigint | null;
  maxUnits: bigint | null;
  /** null at the cashier's. */
  method: {
    id: string;
    code: string;
    kind: MethodKind;
    titles: Localized;
    symbol: string;
    logoFileId: string | null;
    /** Asked of the customer: where he pays from. */
    fields: RequisiteField[];
    /** The connection that takes the payment; null: direct. */
    connectionId: string | null;
    systemCode: string | null;
  } | null;
};

type Found = {
  asset: string;
  methodId: string | null;
  code: string;
  kind: MethodKind;
  titles: Localized;
  symbol: string;
  logoFileId: string | null;
  fields: RequisiteField[];
  connectionId: string | null;
  systemCode: string | null;
  feeBps: number;
  feeFixedUnits: bigint;
  minUnits: bigint | null;
  maxUnits: bigint | null;
};

/** A way, and the asset that it brings into the wallet. */
export type OpenWay = { asset: string; terms: TopUpTerms };

/**
 * Every way of topping up that works at this moment, in the office's order, the cashier last: by systems whose
 * connection is on and answers, by direct methods that have details to pay to, and with a cashier where one who may is
 * at work. `asset`: those of one asset. Whether wallets are on is asked by the caller.
 */
export async function openWays(db: Queryable, asset: string | null = null): Promise<OpenWay[]> {
  const rows = await db.query<Found>(waysSql, [asset], 'top_up_ways');
  return rows.filter(takesPayments).map((row) => ({ asset: row.asset, terms: termsOf(row) }));
}

/** A system that this installation does not offer any more takes nothing, whatever its connection says. */
function takesPayments({ systemCode }: Found): boolean {
  if (systemCode === null) return true;
  const system = paymentSystem(systemCode);
  return system?.payIn !== undefined && isOffered(system);
}

function termsOf({
  methodId,
  feeBps,
  feeFixedUnits,
  minUnits,
  maxUnits,
  asset: _,
  fields,
  ...method
}: Found): TopUpTerms {
  return {
    way: methodId === null ? 'cashier' : method.connectionId === null ? 'direct' : 'system',
    feeBps,
    feeFixedUnits,
    minUnits,
    maxUnits,
    method:
      methodId === null
        ? null
        : { id: methodId, ...method, fields: fields.filter(({ side }) => side === 'give') },
  };
}

const waysSql = `
SELECT m.asset_code AS asset, m.id AS "methodId", m.code, m.kind::text, m.titles, a.symbol,
  m.logo_file_id AS "logoFileId", m.fields, c.id AS "connectionId", c.system_code AS "systemCode",
  m.top_up_fee_bps AS "feeBps", m.top_up_fee_units AS "feeFixedUnits", m.top_up_min_units AS "minUnits",
  m.top_up_max_units AS "maxUnits", 0 AS last, m.sort
FROM payment_methods m JOIN wallet_assets w ON w.asset_code = m.asset_code AND w.enabled
  JOIN assets a ON a.code = m.asset_code
  LEFT JOIN system_connections c ON c.id = m.pay_in_connection_id
WHERE m.enabled AND 'topup' = ANY (m.uses) AND m.kind <> 'wallet' AND ($1::text IS NULL OR m.asset_code = $1)
  AND CASE WHEN m.pay_in_connection_id IS NOT NULL THEN c.enabled AND c.broken_at IS NULL
    ELSE EXISTS (SELECT FROM office_requisites r WHERE r.method_id = m.id AND r.enabled) END
UNION ALL
SELECT w.asset_code, NULL, '', 'cash', '{}', a.symbol, NULL, '[]', NULL, NULL, w.cashier_fee_bps, w.cashier_fee_units,
  w.cashier_min_units, w.cashier_max_units, 1, 0
FROM wallet_assets w JOIN assets a ON a.code = w.asset_code
WHERE w.enabled AND ($1::text IS NULL OR w.asset_code = $1)
  AND EXISTS (SELECT FROM cashiers k JOIN cashier_limits l ON l.user_id = k.user_id JOIN users u ON u.id = k.user_id
    WHERE k.suspended_at IS NULL AND u.disabled_at IS NULL AND l.asset_code = w.asset_code)
ORDER BY last, sort, code`;
