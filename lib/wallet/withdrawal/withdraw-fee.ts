import { mulDiv } from '@/lib/money';

/** What a withdrawal by a method costs on top of its amount: a share of it, and a fixed part in units. */
export type WithdrawFee = { bps: number; units: bigint };

/** The fee of an amount, both in units; rounded up, in the office's favour. */
export function withdrawFeeUnits(amountUnits: bigint, { bps, units }: WithdrawFee): bigint {
  return mulDiv(amountUnits, BigInt(bps), 10_000n, 'ceil') + units;
}

/** The largest amount that a wallet with so much to spend can pay together with its fee; 0 where there is none. */
export function mostWithdrawable(availableUnits: bigint, { bps, units }: WithdrawFee): bigint {
  const rest = availableUnits - units;
  return rest > 0n ? mulDiv(rest, 10_000n, 10_000n + BigInt(bps), 'floor') : 0n;
}
