import { type AppErrorCode, type FieldProblem, fail } from '@/lib/errors';
import { formatUnitsShort, maxUnits, type ParsedAmount, parseAmount } from '@/lib/money';
import type { PricedDirection, PriceProblem, PriceResult, PriceSide } from './pricing';
import { price } from './pricing';

/** What is refused, with the field at fault (`give` or `get`) and the nearest amounts that work, as plain decimals. */
export type PriceRefusal = {
  code: Extract<AppErrorCode, PriceProblem | 'invalid_input' | 'not_found'>;
  field?: { name: PriceSide; problem: FieldProblem };
  nearest?: { give: string; get: string };
};

export type PricedAmount =
  | { ok: true; units: bigint; result: Extract<PriceResult, { ok: true }> }
  | { ok: false; refusal: PriceRefusal };

type Assets = { fromAsset: string; toAsset: string };

/**
 * An amount from outside: text in any locale's form as people type it, `plain` text with a decimal point as programs
 * send it (there `1.500` is one and a half and nothing else), or units.
 */
export type AmountInput = string | { plain: string } | bigint;

/** Reads an amount and prices it. */
export function priceAmount(
  direction: PricedDirection & Assets,
  side: PriceSide,
  amount: AmountInput,
): PricedAmount {
  const scale = side === 'give' ? direction.fromScale : direction.toScale;
  const read = readAmount(amount, scale);
  if (!read.ok) {
    const params = { max: String(scale), asset: side === 'give' ? direction.fromAsset : direction.toAsset };
    const problem = { key: unreadable[read.reason], params };
    return { ok: false, refusal: { code: 'invalid_input', field: { name: side, problem } } };
  }
  const result = price(direction, side, read.units);
  if (result.ok) return { ok: true, units: read.units, result };
  return { ok: false, refusal: refusalOf(direction, side, result) };
}

/** The refusal as an expected failure, for commands. Params: `nearest` on the side asked for, and both sides. */
export function throwRefusal({ code, field, nearest }: PriceRefusal): never {
  return fail(code, {
    params: nearest && { nearestGive: nearest.give, nearestGet: nearest.get, ...field?.problem.params },
    fields: field && { [field.name]: field.problem },
  });
}

function readAmount(amount: AmountInput, scale: number): ParsedAmount {
  if (typeof amount === 'bigint') return { ok: true, units: amount };
  if (typeof amount === 'string') return parseAmount(amount, scale);
  const [, whole, fraction = ''] = /^(\d{1,30})(?:\.(\d{1,30}))?$/.exec(amount.plain) ?? [];
  if (whole === undefined) return { ok: false, reason: 'not_a_number' };
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) return { ok: false, reason: 'too_many_decimals' };
  const units = BigInt(whole + digits.padEnd(scale, '0'));
  return units > maxUnits ? { ok: false, reason: 'too_large' } : { ok: true, units };
}

const unreadable = {
  empty: 'required',
  not_a_number: 'amount',
  too_many_decimals: 'amountDecimals',
  too_large: 'amountTooLarge',
} as const;

const amountKeys: Partial<Record<PriceProblem, string>> = {
  amount_too_small: 'amountLeast',
  amount_too_large: 'amountMost',
  no_reserve: 'amountReserve',
};

function refusalOf(
  direction: PricedDirection & Assets,
  side: PriceSide,
  { code, nearest }: Extract<PriceResult, { ok: false }>,
): PriceRefusal {
  const key = amountKeys[code];
  if (!nearest || !key) return { code };
  const give = formatUnitsShort(nearest.giveUnits, direction.fromScale);
  const get = formatUnitsShort(nearest.getUnits, direction.toScale);
  const params =
    side === 'give'
      ? { nearest: give, asset: direction.fromAsset }
      : { nearest: get, asset: direction.toAsset };
  return { code, nearest: { give, get }, field: { name: side, problem: { key, params } } };
}
