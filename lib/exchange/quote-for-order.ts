import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { pricedDirection } from '@/lib/exchange/catalog-pricing';
import { directionRowById, officeNow } from '@/lib/exchange/catalog-rows';
import { directionType } from '@/lib/exchange/direction-type';
import { type MethodFacts, methodFacts } from '@/lib/exchange/order-row';
import type { ExchangeType } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';
import type { OfficeSettings } from '@/lib/settings';
import { requireWalletUse, walletAssetOf } from '@/lib/wallet/require-wallet';

/** A quote's frozen amounts and rates. */
export type FrozenQuote = {
  id: string;
  directionId: string;
  giveUnits: bigint;
  getUnits: bigint;
  rateIn: string;
  rateOut: string;
  marketRate: string | null;
  feeGiveUnits: bigint;
  feeGetUnits: bigint;
  spreadUnits: bigint;
};

export type QuoteForOrder = {
  quote: FrozenQuote;
  type: ExchangeType;
  expiryMinutes: number;
  usualMinutes: number;
  from: MethodFacts;
  to: MethodFacts;
  /** The connection that takes payments of the paying method; null: direct. */
  payIn: { id: string; systemCode: string } | null;
  /** The system that pays the receiving method out; null: by hand. */
  payOutSystem: string | null;
  settings: OfficeSettings;
};

type QuoteRow = FrozenQuote &
  Pick<QuoteForOrder, 'from' | 'to' | 'payIn' | 'payOutSystem'> & { expiresAt: Date; used: boolean };

/**
 * Everything an order is made from. The quote is not priced again; whether its direction is still open is asked.
 * Throws `not_found`, `quote_expired`, `quote_used`, `direction_closed`, of wallets `wallet_off`, `wallet_use_off`,
 * `wallet_asset_off` (params: asset).
 */
export async function quoteForOrder(quoteId: string): Promise<QuoteForOrder> {
  const row = isId('quo', quoteId) ? await loadQuoteRow(quoteId) : null;
  if (!row) return fail('not_found');
  const { used, expiresAt, from, to, payIn, payOutSystem, ...quote } = row;
  if (used) fail('quote_used');
  if (expiresAt <= now()) fail('quote_expired');
  await requireWallets([from, to]);
  const [direction, office] = await Promise.all([
    directionRowById({ query }, quote.directionId),
    officeNow({ query }),
  ]);
  if (!direction || !pricedDirection(direction, office).open) return fail('direction_closed');
  return {
    quote,
    type: directionType(direction.type, direction.from_default_type),
    expiryMinutes: direction.expiry_minutes,
    usualMinutes: direction.usual_minutes,
    from,
    to,
    payIn,
    payOutSystem,
    settings: office.settings,
  };
}

/** A wallet that is a side may be one now. */
async function requireWallets(sides: MethodFacts[]): Promise<void> {
  const wallets = sides.filter(({ kind }) => kind === 'wallet');
  if (wallets.length > 0) await requireWalletUse('exchange');
  for (const { asset } of wallets) await walletAssetOf(asset);
}

async function loadQuoteRow(quoteId: string): Promise<QuoteRow | null> {
  const [row] = await query<QuoteRow>(
    `SELECT q.id, q.direction_id AS "directionId", q.give_units AS "giveUnits", q.get_units AS "getUnits",
       q.rate_in AS "rateIn", q.rate_out AS "rateOut", q.market_rate AS "marketRate",
       q.fee_give_units AS "feeGiveUnits", q.fee_get_units AS "feeGetUnits", q.spread_units AS "spreadUnits",
       q.expires_at AS "expiresAt", EXISTS (SELECT FROM orders WHERE quote_id = q.id) AS used,
       ${methodFacts('mf', 'af')} AS "from", ${methodFacts('mt', 'at')} AS "to",
       CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'systemCode', c.system_code) END AS "payIn",
       co.system_code AS "payOutSystem"
     FROM quotes q JOIN directions d ON d.id = q.direction_id
       JOIN payment_methods mf ON mf.id = d.from_method_id JOIN assets af ON af.code = mf.asset_code
       JOIN payment_methods mt ON mt.id = d.to_method_id JOIN assets at ON at.code = mt.asset_code
       LEFT JOIN system_connections c ON c.id = mf.pay_in_connection_id
       LEFT JOIN system_connections co ON co.id = mt.pay_out_connection_id
     WHERE q.id = $1`,
    [quoteId],
    'quote_for_order',
  );
  return row ?? null;
}
