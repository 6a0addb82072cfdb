import { formatUnits, formatUnitsShort } from '@/lib/money';
import { percentOfBps } from '@/lib/rates/percent';
import { requisiteFields } from '@/lib/requisites/field';
import { pricedDirection } from './catalog-pricing';
import type { DirectionRow, MethodRow, OfficeNow } from './catalog-rows';
import type { DirectionView, FeeView, MethodView } from './catalog-types';
import { directionType } from './direction-type';
import { openRanges } from './pricing';

export function methodView(row: MethodRow): MethodView {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    titles: row.titles,
    logoFileId: row.logo_file_id,
    city: row.city,
    asset: row.asset_code,
    scale: row.scale,
    symbol: row.symbol,
    reserve: row.kind === 'wallet' ? null : formatUnits(row.available_units ?? 0n, row.scale),
    fields: requisiteFields.parse(row.fields),
  };
}

export function directionView(row: DirectionRow, office: OfficeNow): DirectionView {
  const direction = pricedDirection(row, office);
  const open = openRanges(direction);
  const { maxGiveUnits, maxGetUnits } = direction.limits;
  const endless = row.to_kind === 'wallet' &&
    maxGiveUnits === null &&
    maxGetUnits === null && { endless: true };
  const give = (units: bigint) => formatUnits(units, row.from_scale);
  const get = (units: bigint) => formatUnits(units, row.to_scale);
  return {
    id: row.id,
    from: row.from_code,
    to: row.to_code,
    state: open.ok ? 'open' : open.code,
    type: directionType(row.type, row.from_default_type),
    rate: direction.rate && { in: direction.rate.in, out: direction.rate.out },
    give: open.ok
      ? { min: give(open.ranges.minGiveUnits), max: give(open.ranges.maxGiveUnits), ...endless }
      : null,
    get: open.ok
      ? { min: get(open.ranges.minGetUnits), max: get(open.ranges.maxGetUnits), ...endless }
      : null,
    giveStep: formatUnitsShort(row.give_step_units, row.from_scale),
    getStep: formatUnitsShort(row.get_step_units, row.to_scale),
    reserve: row.to_kind === 'wallet' ? null : get(row.available_units ?? 0n),
    fees: feeViews(row),
    usualMinutes: row.usual_minutes,
    expiryMinutes: row.expiry_minutes,
  };
}

/** The fees that are charged at all. */
function feeViews(row: DirectionRow): FeeView[] {
  const give = { side: 'give' as const, asset: row.from_asset };
  const get = { side: 'get' as const, asset: row.to_asset };
  const fees = [
    { ...give, of: 'direction' as const, bps: row.fee_bps, fixed: row.fee_units, min: row.min_fee_units },
    { ...give, of: 'method' as const, bps: row.pay_in_fee_bps, fixed: row.pay_in_fee_units, min: 0n },
    { ...get, of: 'method' as const, bps: row.pay_out_fee_bps, fixed: row.pay_out_fee_units, min: 0n },
  ];
  return fees
    .filter((fee) => fee.bps > 0 || fee.fixed > 0n || fee.min > 0n)
    .map(({ bps, fixed, min, ...fee }) => {
      const scale = fee.side === 'give' ? row.from_scale : row.to_scale;
      return {
        ...fee,
        percent: percentOfBps(bps),
        fixed: formatUnits(fixed, scale),
        min: formatUnits(min, scale),
      };
    });
}
