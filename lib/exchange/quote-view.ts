import { formatUnits } from '@/lib/money';
import { plainDecimal } from '@/lib/rates/direction-rate';
import type { RangeView, RateView } from './catalog-types';
import type { ExchangeType, Localized } from './types';

/** One side of a quote: the method and the amount. */
export type QuoteSideView = {
  methodId: string;
  code: string;
  titles: Localized;
  asset: string;
  scale: number;
  amount: string;
  /** Charged beside the rate, in the asset of this side; `0.00` where there is none. */
  fee: string;
};

/** Both amounts and the rate, frozen until `expiresAt`. Amounts are plain decimal strings. */
export type QuoteView = {
  id: string;
  directionId: string;
  type: ExchangeType;
  /** `used`: it has become an order already. */
  state: 'open' | 'expired' | 'used';
  give: QuoteSideView;
  get: QuoteSideView;
  rate: RateView;
  createdAt: Date;
  expiresAt: Date;
};

/** A quote just made, with what was accepted when it was. */
export type NewQuoteView = QuoteView & {
  limits: { give: RangeView; get: RangeView };
  /** The typed amount was rounded to what the direction can do. */
  rounded: boolean;
};

export type QuoteRow = {
  id: string;
  direction_id: string;
  type: ExchangeType;
  used: boolean;
  give_units: bigint;
  get_units: bigint;
  rate_in: string;
  rate_out: string;
  fee_give_units: bigint;
  fee_get_units: bigint;
  created_at: Date;
  expires_at: Date;
  from_method_id: string;
  from_code: string;
  from_titles: Localized;
  from_asset: string;
  from_scale: number;
  to_method_id: string;
  to_code: string;
  to_titles: Localized;
  to_asset: string;
  to_scale: number;
};

export function quoteView(row: QuoteRow, moment: Date): QuoteView {
  return {
    id: row.id,
    directionId: row.direction_id,
    type: row.type,
    state: row.used ? 'used' : row.expires_at <= moment ? 'expired' : 'open',
    give: {
      methodId: row.from_method_id,
      code: row.from_code,
      titles: row.from_titles,
      asset: row.from_asset,
      scale: row.from_scale,
      amount: formatUnits(row.give_units, row.from_scale),
      fee: formatUnits(row.fee_give_units, row.from_scale),
    },
    get: {
      methodId: row.to_method_id,
      code: row.to_code,
      titles: row.to_titles,
      asset: row.to_asset,
      scale: row.to_scale,
      amount: formatUnits(row.get_units, row.to_scale),
      fee: formatUnits(row.fee_get_units, row.to_scale),
    },
    rate: { in: plainDecimal(row.rate_in), out: plainDecimal(row.rate_out) },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
