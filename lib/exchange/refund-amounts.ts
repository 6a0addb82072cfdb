import type { Queryable } from '@/lib/db';
import { type FieldProblem, fail } from '@/lib/errors';
import type { Order } from '@/lib/exchange/order-row';
import { refundableUnits } from '@/lib/exchange/refund-limits';
import { parseAmount } from '@/lib/money';
import type { RefundKind } from '@/lib/payments/refunds/refund-row';

type Typed = { kind: RefundKind; amount: string; fee: string };

/**
 * The typed amounts in units of what was given. Nothing typed: all that can go back. A full refund is of everything,
 * whatever is typed. Throws `invalid_input`, where nothing can go back `refund_too_much`.
 */
export async function refundAmounts(
  db: Queryable,
  order: Order,
  { kind, amount, fee }: Typed,
): Promise<{ amountUnits: bigint; feeUnits: bigint }> {
  const { scale, asset } = order.from;
  const amountUnits =
    kind === 'full'
      ? // Nothing confirmed yet: the operator says by this step that all of it has come.
        order.receivedUnits || order.giveUnits
      : amount === ''
        ? await refundableUnits(db, order, kind)
        : unitsOf('amount', amount, scale);
  if (amountUnits <= 0n) fail('refund_too_much', { params: { available: '0', asset } });
  const feeUnits = fee === '' ? 0n : unitsOf('fee', fee, scale);
  if (feeUnits >= amountUnits) wrong('fee', { key: 'refundFee' });
  return { amountUnits, feeUnits };
}

function unitsOf(field: string, text: string, scale: number): bigint {
  const parsed = parseAmount(text, scale);
  if (parsed.ok) return parsed.units;
  if (parsed.reason === 'too_many_decimals')
    return wrong(field, { key: 'amountDecimals', params: { max: String(scale) } });
  return wrong(field, { key: 'amount' });
}

function wrong(field: string, problem: FieldProblem): never {
  return fail('invalid_input', { fields: { [field]: problem } });
}
