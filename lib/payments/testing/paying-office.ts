import { query } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import { theOrder } from '@/lib/exchange/testing/orders';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { type RefundRow, refundColumnsOf } from '@/lib/payments/refunds/refund-row';
import { type DoorOffice, makeDoorOffice, startedPayment } from '@/lib/payments/testing/door';

type Limits = { max?: bigint; day?: bigint; approval?: bigint; refundApproval?: bigint; tolerance?: bigint };

/** An office whose both sides are the test's system: it takes roubles and pays coins out by itself. */
export async function makePayingOffice({
  type = 'automatic',
  reserveUnits = 100_000_000n,
  ...limits
}: Limits & { type?: 'automatic' | 'semi_automatic'; reserveUnits?: bigint } = {}): Promise<DoorOffice> {
  const office = await makeDoorOffice({ systemCode: 'paying' }, reserveUnits);
  await query(
    `UPDATE payment_methods SET default_type = $2::"ExchangeType", refund_approval_units = $3, tolerance_units = $4
     WHERE id = $1`,
    [office.bank.id, type, limits.refundApproval ?? null, limits.tolerance ?? 0n],
  );
  await query(
    `UPDATE payment_methods SET pay_out_connection_id = $2, payout_max_units = $3, payout_day_units = $4,
       payout_approval_units = $5 WHERE id = $1`,
    [office.coin.id, office.connectionId, limits.max ?? null, limits.day ?? null, limits.approval ?? null],
  );
  return office;
}

/** An order of 60,000 roubles (unless told) that was paid, with as much as was asked or as told. */
export async function paidOrder(office: DoorOffice, paid?: string, give?: string): Promise<Order> {
  const payment = await startedPayment(office, give);
  const amount = paid ?? give ?? '60000';
  await applyPaymentAnswer({
    paymentId: payment.id,
    answer: { outcome: 'settled', amount, asset: 'RUB', externalId: `in-${payment.id}` },
    source: 'callback',
  });
  return theOrder(payment.subjectId);
}

/** One more payment of the order, of 60,000 roubles unless told, that nobody asked for. */
export async function payMore(office: DoorOffice, orderId: string, amount = '60000'): Promise<void> {
  const payment = await startedPayment(office);
  await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [payment.id, orderId]);
  await applyPaymentAnswer({
    paymentId: payment.id,
    answer: { outcome: 'settled', amount, asset: 'RUB', externalId: `in-${payment.id}` },
    source: 'callback',
  });
}

/** The payouts of an order, the first first. */
export async function payoutsOf(orderId: string): Promise<PayoutRow[]> {
  return query<PayoutRow>(
    `SELECT ${payoutColumnsOf('p')} FROM payouts p WHERE subject_id = $1 ORDER BY number`,
    [orderId],
  );
}

/** The only payout of an order. */
export async function payoutOf(orderId: string): Promise<PayoutRow> {
  const [payout, ...more] = await payoutsOf(orderId);
  if (!payout || more.length > 0) throw new Error('the order has not one payout');
  return payout;
}

/** The only refund of an order. */
export async function refundOf(orderId: string): Promise<RefundRow> {
  const [refund, ...more] = await refundsOf(orderId);
  if (!refund || more.length > 0) throw new Error('the order has not one refund');
  return refund;
}

/** The last refund of an order. */
export async function lastRefundOf(orderId: string): Promise<RefundRow> {
  const refund = (await refundsOf(orderId)).at(-1);
  if (!refund) throw new Error('the order has no refund');
  return refund;
}

function refundsOf(orderId: string): Promise<RefundRow[]> {
  return query<RefundRow>(
    `SELECT ${refundColumnsOf('r')} FROM refunds r WHERE order_id = $1 ORDER BY number`,
    [orderId],
  );
}
