import { type FieldProblem, fail } from '@/lib/errors';
import { formatUnits, parseAmount } from '@/lib/money';

type Bounds = { scale: number; asset: string; minUnits?: bigint | null; maxUnits?: bigint | null };

/**
 * An amount as it was typed, in units: above zero and within the bounds. Throws `invalid_input` with the field's
 * problem (`amount` unless another name is given).
 */
export function readWalletAmount(text: string, bounds: Bounds, field = 'amount'): bigint {
  const { scale, asset, minUnits, maxUnits } = bounds;
  const refuse = (problem: FieldProblem) => fail('invalid_input', { fields: { [field]: problem } });
  const parsed = parseAmount(text, scale);
  if (!parsed.ok) return refuse(problemOf(parsed.reason, scale));
  const { units } = parsed;
  if (units <= 0n) return refuse({ key: 'amountPositive' });
  const nearest = (bound: bigint) => ({ nearest: formatUnits(bound, scale), asset });
  if (minUnits != null && units < minUnits) return refuse({ key: 'amountLeast', params: nearest(minUnits) });
  if (maxUnits != null && units > maxUnits) return refuse({ key: 'amountMost', params: nearest(maxUnits) });
  return units;
}

function problemOf(
  reason: 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large',
  scale: number,
): FieldProblem {
  if (reason === 'empty') return { key: 'required' };
  if (reason === 'too_many_decimals') return { key: 'amountDecimals', params: { max: String(scale) } };
  return { key: reason === 'too_large' ? 'amountTooLarge' : 'amount' };
}
