import type { TillForm } from '@/lib/cashier/read-till-form';
import type { TillAsset } from '@/lib/cashier/till-asset';
import { type FieldProblem, fail } from '@/lib/errors';
import { formatUnits, type ParsedAmount, parseAmount } from '@/lib/money';
import type { FieldKey } from '@/lib/text';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import type { TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/**
 * The amount and what the office keeps of it, in units. A request keeps the terms it was told. Throws `invalid_input`
 * (field `amount`): no amount, more decimals than the asset has, zero, outside of the till's bounds, no more than the fee.
 */
export function planAmount(
  { kind, amount }: TillForm,
  rules: TillAsset,
  request: TopUpRow | null,
): { amountUnits: bigint; feeUnits: bigint } {
  const amountUnits = readUnits(amount, rules.scale);
  if (kind === 'write_off') return { amountUnits, feeUnits: 0n };
  const { cashierMinUnits: least, cashierMaxUnits: most } = rules;
  if (least !== null && amountUnits < least) refuse(bound('amountLeast', least, rules));
  if (most !== null && amountUnits > most) refuse(bound('amountMost', most, rules));
  const terms = request ?? { feeBps: rules.cashierFeeBps, feeFixedUnits: rules.cashierFeeUnits };
  const feeUnits = topUpFee(amountUnits, terms);
  if (feeUnits >= amountUnits) refuse({ key: 'aboveFee' });
  return { amountUnits, feeUnits };
}

const amountProblems: Record<Extract<ParsedAmount, { ok: false }>['reason'], FieldKey> = {
  empty: 'required',
  not_a_number: 'amount',
  too_many_decimals: 'amountDecimals',
  too_large: 'amountTooLarge',
};

/** An amount above zero. Throws `invalid_input` (the field named). */
export function readUnits(text: string, scale: number, field = 'amount'): bigint {
  const units = readCountedUnits(text, scale, field);
  return units > 0n ? units : refuse({ key: 'amountPositive' }, field);
}

/** A counted amount: nothing is one too. Throws `invalid_input` (the field named). */
export function readCountedUnits(text: string, scale: number, field: string): bigint {
  const parsed: ParsedAmount = isAmbiguous(text, scale)
    ? { ok: false, reason: 'too_many_decimals' }
    : parseAmount(text, scale);
  if (parsed.ok) return parsed.units;
  return refuse({ key: amountProblems[parsed.reason], params: { max: String(scale) } }, field);
}

/**
 * `1.500` roubles: elsewhere that is read as one and a half thousand. Where a cashier moves somebody's money nothing is
 * guessed: it may as well be one and a half, and is refused as having too many decimals.
 */
function isAmbiguous(text: string, scale: number): boolean {
  return scale < 3 && /^[^.,]*[.,]\d{3}$/.test(text.trim());
}

function bound(key: FieldKey, units: bigint, { asset, scale }: TillAsset): FieldProblem {
  return { key, params: { nearest: formatUnits(units, scale), asset } };
}

function refuse(problem: FieldProblem, field = 'amount'): never {
  return fail('invalid_input', { fields: { [field]: problem } });
}
