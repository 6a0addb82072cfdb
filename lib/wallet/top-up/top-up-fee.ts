import { mulDiv } from '@/lib/money';

/** What a way of topping up costs: basis points of what comes, and a fixed amount in units. */
export type TopUpFeeTerms = { feeBps: number; feeFixedUnits: bigint };

/** What the office keeps of an amount that comes, in units: rounded up once, never more than came. Pure. */
export function topUpFee(units: bigint, { feeBps, feeFixedUnits }: TopUpFeeTerms): bigint {
  const fee = mulDiv(units, BigInt(feeBps), 10_000n, 'ceil') + feeFixedUnits;
  return fee < units ? fee : units;
}
