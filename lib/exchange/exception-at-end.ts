import type { OrderRow } from '@/lib/exchange/order-row';

type Ended = Pick<OrderRow, 'receivedUnits' | 'giveUnits'> & { status: 'completed' | 'refunded' };

/**
 * The exception of an order that comes to its end: `overpaid` where the office still owes of its money, so that it is
 * seen at the desk; else none. Completed, it served the agreed amount, and what is within the tolerance; refunded,
 * nothing. Amounts in units of what is given, as they stand after the step. Pure.
 */
export function exceptionAtEnd(
  { status, receivedUnits, giveUnits }: Ended,
  toleranceUnits: bigint,
): 'overpaid' | null {
  const served = status === 'completed' ? giveUnits + toleranceUnits : 0n;
  return receivedUnits > served ? 'overpaid' : null;
}
