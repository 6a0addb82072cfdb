import { addMinutes, now } from '@/lib/clock';
import { type Queryable, query, type Row } from '@/lib/db';
import { toDecimal } from '@/lib/decimal';
import { fail } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import { formatUnits } from '@/lib/money';
import { pricedDirection } from './catalog-pricing';
import { directionRowByCodes, officeNow } from './catalog-rows';
import { isMonitorCode } from './catalog-types';
import { type AmountInput, priceAmount, throwRefusal } from './price-amount';
import { openRanges, type Price, type PriceSide } from './pricing';
import { type NewQuoteView, type QuoteRow, type QuoteView, quoteView } from './quote-view';

export type QuoteInput = {
  /** Monitor codes of the two methods. */
  from: string;
  to: string;
  /** Which of the two amounts is named; the other follows from it. */
  side: PriceSide;
  amount: AmountInput;
};

/** Rates are kept with as many decimals as the database column has. */
const rateDecimals = 18;

/**
 * Freezes a price for as long as the office's settings say. Callers limit how often.
 * @throws not_found, direction_closed, rate_missing, no_reserve, amount_too_small, amount_too_large (with the nearest
 * amounts that work in `params`), invalid_input (with the field `give` or `get`)
 */
export async function createQuote(input: QuoteInput, db: Queryable = { query }): Promise<NewQuoteView> {
  if (!isMonitorCode(input.from) || !isMonitorCode(input.to)) fail('not_found');
  const office = await officeNow(db);
  const row = (await directionRowByCodes(db, input.from, input.to)) ?? fail('not_found');
  const direction = pricedDirection(row, office);
  const assets = { fromAsset: row.from_asset, toAsset: row.to_asset };
  const priced = priceAmount({ ...direction, ...assets }, input.side, input.amount);
  if (!priced.ok) return throwRefusal(priced.refusal);
  const open = openRanges(direction);
  if (!open.ok) return fail(open.code);

  const { price } = priced.result;
  const quoteId = await storeQuote(db, row.id, price, office.settings.quoteMinutes);
  const quote = (await loadQuote(quoteId, db)) ?? fail('unavailable');
  const give = (units: bigint) => formatUnits(units, row.from_scale);
  const get = (units: bigint) => formatUnits(units, row.to_scale);
  const { ranges } = open;
  return {
    ...quote,
    limits: {
      give: { min: give(ranges.minGiveUnits), max: give(ranges.maxGiveUnits) },
      get: { min: get(ranges.minGetUnits), max: get(ranges.maxGetUnits) },
    },
    rounded: priced.units !== (input.side === 'give' ? price.giveUnits : price.getUnits),
  };
}

/** A quote in whatever state, or null where there is none. Public: it holds nothing of a person. */
export async function loadQuote(quoteId: string, db: Queryable = { query }): Promise<QuoteView | null> {
  if (!isId('quo', quoteId)) return null;
  const [row] = await db.query<QuoteRow & Row>(
    `SELECT q.id, q.direction_id, coalesce(d.type, f.default_type) AS type,
            EXISTS (SELECT 1 FROM orders o WHERE o.quote_id = q.id) AS used,
            q.give_units, q.get_units, q.rate_in, q.rate_out, q.fee_give_units, q.fee_get_units,
            q.created_at, q.expires_at,
            f.id AS from_method_id, f.code AS from_code, f.titles AS from_titles, f.asset_code AS from_asset,
            fa.scale AS from_scale,
            t.id AS to_method_id, t.code AS to_code, t.titles AS to_titles, t.asset_code AS to_asset,
            ta.scale AS to_scale
     FROM quotes q
     JOIN directions d ON d.id = q.direction_id
     JOIN payment_methods f ON f.id = d.from_method_id JOIN assets fa ON fa.code = f.asset_code
     JOIN payment_methods t ON t.id = d.to_method_id JOIN assets ta ON ta.code = t.asset_code
     WHERE q.id = $1`,
    [quoteId],
    'quote_view',
  );
  return row ? quoteView(row, now()) : null;
}

async function storeQuote(
  db: Queryable,
  directionId: string,
  price: Price,
  minutes: number,
): Promise<string> {
  const quoteId = newId('quo');
  const createdAt = now();
  await db.query(
    `INSERT INTO quotes (id, direction_id, give_units, get_units, rate_in, rate_out, market_rate,
                         fee_give_units, fee_get_units, spread_units, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      quoteId,
      directionId,
      price.giveUnits,
      price.getUnits,
      price.rateIn,
      price.rateOut,
      price.marketRate && toDecimal(price.marketRate, rateDecimals, 'floor'),
      price.feeGiveUnits,
      price.feeGetUnits,
      price.spreadUnits,
      createdAt,
      addMinutes(createdAt, minutes),
    ],
    'insert_quote',
  );
  return quoteId;
}
