import { type Queryable, query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { pricedDirection } from './catalog-pricing';
import { directionRowByCodes, officeNow } from './catalog-rows';
import { isMonitorCode, type RateView } from './catalog-types';
import { type PriceRefusal, priceAmount } from './price-amount';
import type { PriceSide } from './pricing';

export type PricePreview =
  | {
      ok: true;
      give: string;
      get: string;
      feeGive: string;
      feeGet: string;
      rate: RateView;
      /** The typed amount was rounded to what the direction can do. */
      rounded: boolean;
    }
  | ({ ok: false } & PriceRefusal);

/**
 * What an exchange would cost now, for the calculator. Binds to nothing and throws for nothing that a customer can
 * type: a refusal says why, with the nearest amount that works. `from` and `to` are monitor codes.
 */
export async function previewPrice(
  { from, to, side, amountText }: { from: string; to: string; side: PriceSide; amountText: string },
  db: Queryable = { query },
): Promise<PricePreview> {
  if (!isMonitorCode(from) || !isMonitorCode(to)) return { ok: false, code: 'not_found' };
  const [office, row] = await Promise.all([officeNow(db), directionRowByCodes(db, from, to)]);
  if (!row) return { ok: false, code: 'not_found' };
  const direction = pricedDirection(row, office);
  const assets = { fromAsset: row.from_asset, toAsset: row.to_asset };
  const priced = priceAmount({ ...direction, ...assets }, side, amountText);
  if (!priced.ok) return { ok: false, ...priced.refusal };
  const { price } = priced.result;
  return {
    ok: true,
    give: formatUnits(price.giveUnits, row.from_scale),
    get: formatUnits(price.getUnits, row.to_scale),
    feeGive: formatUnits(price.feeGiveUnits, row.from_scale),
    feeGet: formatUnits(price.feeGetUnits, row.to_scale),
    rate: { in: price.rateIn, out: price.rateOut },
    rounded: priced.units !== (side === 'give' ? price.giveUnits : price.getUnits),
  };
}
