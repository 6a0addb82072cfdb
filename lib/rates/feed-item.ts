import { pricedDirection } from '@/lib/exchange/catalog-pricing';
import type { DirectionRow, OfficeNow } from '@/lib/exchange/catalog-rows';
import { directionType } from '@/lib/exchange/direction-type';
import { openRanges } from '@/lib/exchange/pricing';
import type { ExchangeType } from '@/lib/exchange/types';
import { formatUnitsShort } from '@/lib/money';
import { type FeedTerms, feedTerms } from './feed-terms';

/** One line of the feed, in the feed's own words; amounts are plain decimals. */
export type FeedItem = FeedTerms & {
  from: string;
  to: string;
  amount: string;
  fromMin: string;
  fromMax: string;
  toMin: string;
  toMax: string;
  city?: string;
  tags: string[];
  /** Minutes, for a deferred exchange. */
  delay?: number;
};

/** From this usual time on an exchange counts as deferred; no other setting tells it. */
const deferredFromMinutes = 24 * 60;

/** What the feed says of a direction: nothing, one item, or one per city. `atWork`: the office's people are there. */
export function feedItems(row: DirectionRow, office: OfficeNow, atWork: boolean): FeedItem[] {
  // Nobody can get into a wallet, or out of it, who is not a customer already: no news for a monitor.
  if (row.from_kind === 'wallet' || row.to_kind === 'wallet') return [];
  const type = directionType(row.type, row.from_default_type);
  if (needsPeople(type) && !atWork) return [];
  const direction = pricedDirection(row, office);
  const open = openRanges(direction);
  if (!open.ok || !direction.rate) return [];
  const { ranges } = open;
  const deferred = row.usual_minutes >= deferredFromMinutes;
  const item: FeedItem = {
    from: row.from_code,
    to: row.to_code,
    ...feedTerms({ ...direction, rate: direction.rate }),
    amount: formatUnitsShort(direction.availableReserveUnits, row.to_scale),
    fromMin: formatUnitsShort(ranges.minGiveUnits, row.from_scale),
    fromMax: formatUnitsShort(ranges.maxGiveUnits, row.from_scale),
    toMin: formatUnitsShort(ranges.minGetUnits, row.to_scale),
    toMax: formatUnitsShort(ranges.maxGetUnits, row.to_scale),
    tags: tagsOf(row, type, deferred),
    delay: deferred ? row.usual_minutes : undefined,
  };
  const cities = citiesOf(row);
  return cities === null ? [item] : cities.map((city) => ({ ...item, city }));
}

function needsPeople(type: ExchangeType): boolean {
  return type !== 'automatic';
}

/** What the settings tell by themselves comes first; typed are only tags that no setting can tell. */
function tagsOf(row: DirectionRow, type: ExchangeType, deferred: boolean): string[] {
  const derived = [
    ...(needsPeople(type) ? ['manual'] : []),
    ...(deferred ? ['hold'] : []),
    ...(row.from_kind === 'card' && row.to_kind === 'card' ? ['card2card'] : []),
  ];
  return [...new Set([...derived, ...row.tags])];
}

/** The cities in which it can be done: those of its cash side, of both if both are cash. Null: not bound to a city. */
function citiesOf(row: DirectionRow): string[] | null {
  const from = row.from_kind === 'cash' ? cityCodes(row.from_city) : null;
  const to = row.to_kind === 'cash' ? cityCodes(row.to_city) : null;
  if (from && to) return from.filter((city) => to.includes(city));
  return from ?? to;
}

/** Several codes may stand in the field, with commas or spaces between; none at all means no city is named. */
function cityCodes(text: string | null): string[] | null {
  const codes = (text ?? '').split(/[\s,;]+/).filter((code) => code !== '');
  return codes.length > 0 ? codes : null;
}
