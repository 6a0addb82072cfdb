import type { RequisiteField } from '@/lib/requisites/field';
import type { ExchangeType, Localized } from './types';

/**
 * The public catalog as pages, client components and the API see it: amounts are plain decimal strings, methods are
 * named by monitor codes, nothing of the database leaks through.
 */
export type MethodKind = 'bank' | 'card' | 'emoney' | 'crypto' | 'cash' | 'wallet';

export type MethodView = {
  id: string;
  code: string;
  kind: MethodKind;
  titles: Localized;
  logoFileId: string | null;
  city: string | null;
  asset: string;
  scale: number;
  symbol: string;
  /** What the office can pay out now; null: into a wallet, which takes any amount. */
  reserve: string | null;
  fields: RequisiteField[];
};

/** `in` of the one side gives `out` of the other. */
export type RateView = { in: string; out: string };

/** One fee that is charged beside the rate: so many percent plus a fixed part, but at least `min`. */
export type FeeView = {
  side: 'give' | 'get';
  of: 'direction' | 'method';
  asset: string;
  percent: string;
  fixed: string;
  min: string;
};

/** What may be typed on a side; both ends are accepted. */
export type RangeView = {
  min: string;
  max: string;
  /** Nothing but what can be counted sets the end: there is no reserve behind it, and no limit. */
  endless?: boolean;
};

/** `open`: an amount within the limits makes an order now. */
export type DirectionState = 'open' | 'no_reserve' | 'rate_missing' | 'direction_closed';

export type DirectionView = {
  id: string;
  from: string;
  to: string;
  state: DirectionState;
  type: ExchangeType;
  rate: RateView | null;
  /** Null unless open. */
  give: RangeView | null;
  get: RangeView | null;
  /** Amounts are rounded to a multiple of these. */
  giveStep: string;
  getStep: string;
  /** What can be paid out now; null: into a wallet, which takes any amount. */
  reserve: string | null;
  fees: FeeView[];
  usualMinutes: number;
  expiryMinutes: number;
};

/** A direction with all that its own page tells. */
export type DirectionPageView = DirectionView & {
  fromMethod: MethodView;
  toMethod: MethodView;
  /** Markdown. */
  texts: Localized;
  tags: string[];
};

/** Whether a text from outside can be a monitor code at all: what cannot is not asked of the database. */
export function isMonitorCode(text: string): boolean {
  return /^[A-Za-z0-9_.-]{1,32}$/.test(text);
}
