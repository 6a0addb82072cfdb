import { query } from '@/lib/db';
import { paymentsOfOrder } from '@/lib/exchange/open-payment';
import { applyPaymentAnswer, type PaymentOutcome } from '@/lib/payments/apply-payment';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { type DoorOffice, startedPayment } from '@/lib/payments/testing/door';

/** A started payment of a new order of 60,000 roubles, and its order's id. */
export async function awaitedOrder(
  office: DoorOffice,
  give?: string,
): Promise<{ orderId: string; payment: PaymentRow }> {
  const payment = await startedPayment(office, give);
  return { orderId: payment.subjectId, payment };
}

/** The system says that the payment has come, with so much, and from whom. */
export function settle(paymentId: string, amount = '60000', payer?: string): Promise<PaymentOutcome> {
  return applyPaymentAnswer({
    paymentId,
    answer: {
      outcome: 'settled',
      amount,
      asset: 'RUB',
      externalId: `in-${paymentId}`,
      ...(payer && { payer: { account: payer } }),
    },
    source: 'callback',
  });
}

/** The last payment of the order. */
export async function lastPayment(orderId: string): Promise<PaymentRow> {
  const payment = (await paymentsOfOrder({ query }, orderId)).at(-1);
  if (!payment) throw new Error('the order has no payment');
  return payment;
}

/** What the ledger says of the customer's money: what came by receipts less what went back, in units. */
export async function receivedByLedger(orderId: string): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    `SELECT coalesce(-sum(e.amount_units), 0)::bigint AS units
     FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id JOIN ledger_accounts a ON a.id = e.account_id
     WHERE t.subject = $1 AND a.kind = 'obligations' AND t.kind IN ('receipt', 'refund')`,
    [orderId],
  );
  return row?.units ?? 0n;
}
