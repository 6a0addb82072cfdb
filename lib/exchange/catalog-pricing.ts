import { maxUnits } from '@/lib/money';
import { directionRate } from '@/lib/rates/direction-rate';
import { marketRate } from '@/lib/rates/market-rates';
import type { DirectionRow, OfficeNow } from './catalog-rows';
import { directionType, possibleTypes, sideSystem } from './direction-type';
import type { PricedDirection } from './pricing';

/** Brings a direction, its methods, their reserve and the market together into what a price is made of. */
export function pricedDirection(row: DirectionRow, office: OfficeNow): PricedDirection {
  const market = marketRate(office.rates, row.from_asset, row.to_asset);
  return {
    open: isOpen(row, office),
    fromScale: row.from_scale,
    toScale: row.to_scale,
    marketRate: market,
    rate: directionRate(
      row.rate_kind === 'fixed'
        ? { kind: 'fixed', in: row.fixed_in, out: row.fixed_out }
        : { kind: 'market', spreadBps: row.spread_bps },
      market,
    ),
    giveFee: {
      directionBps: row.fee_bps,
      directionUnits: row.fee_units,
      directionMinUnits: row.min_fee_units,
      methodBps: row.pay_in_fee_bps,
      methodUnits: row.pay_in_fee_units,
    },
    getFee: { bps: row.pay_out_fee_bps, units: row.pay_out_fee_units },
    giveStepUnits: row.give_step_units,
    getStepUnits: row.get_step_units,
    limits: {
      minGiveUnits: tightest(row.min_give_units, row.min_in_units, 'highest'),
      maxGiveUnits: tightest(row.max_give_units, row.max_in_units, 'lowest'),
      minGetUnits: tightest(row.min_get_units, row.min_out_units, 'highest'),
      maxGetUnits: tightest(row.max_get_units, row.max_out_units, 'lowest'),
    },
    // A wallet takes any amount: the office's word is all that it holds.
    availableReserveUnits: row.to_kind === 'wallet' ? maxUnits : (row.available_units ?? 0n),
  };
}

function isOpen(row: DirectionRow, { settings, wallets }: OfficeNow): boolean {
  const type = directionType(row.type, row.from_default_type);
  if ((row.from_kind === 'wallet' || row.to_kind === 'wallet') && !wallets) return false;
  const systems = {
    payIn: sideSystem(row.from_kind, row.pay_in_system),
    payOut: sideSystem(row.to_kind, row.pay_out_system),
  };
  const possible = possibleTypes(systems).includes(type) && (type !== 'automatic' || row.pay_out_works);
  return settings.open && row.enabled && row.from_enabled && row.to_enabled && possible;
}

function tightest(a: bigint | null, b: bigint | null, which: 'highest' | 'lowest'): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a > b === (which === 'highest') ? a : b;
}
