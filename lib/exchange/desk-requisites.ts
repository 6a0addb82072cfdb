import { type RequisiteLine, requisiteLines } from '@/lib/exchange/order-lines';

/** Requisites as the desk needs them: whole, where the customer's own page shows a card masked. */
export function deskRequisites(
  order: Parameters<typeof requisiteLines>[0],
  side: 'give' | 'get',
): RequisiteLine[] {
  const values = side === 'give' ? order.giveRequisites : order.getRequisites;
  return requisiteLines(order, side).map((line) => ({
    ...line,
    value: values[line.key]?.value ?? line.value,
  }));
}
