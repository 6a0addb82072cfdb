import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { sumOf } from '@/lib/payments/cut-amount';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';

/** What came in on an invoice: `settled` has its confirmations, `seen` has them or waits for them. */
type Received = { settled: string; seen: string };

/**
 * What an invoice says of the payment. The amount is the sum of the coins that really came, by their own list: an
 * invoice that is called settled may have got less (its store's tolerance) or more. It is cut to the decimals of the
 * asset, as networks count in more.
 */
export function invoiceAnswer(
  invoice: ExactJson,
  methods: ExactJson,
  asset: string,
  methodId: string,
  decimals: number,
): PaymentAnswer {
  const [status, additional, externalId] = [
    textAt(invoice, 'status'),
    textAt(invoice, 'additionalStatus'),
    textAt(invoice, 'id'),
  ];
  const received = receivedBy(methods, methodId, decimals);
  if (!externalId || textAt(invoice, 'currency') !== asset || received === null)
    return { outcome: 'unknown', reason: 'the invoice, its currency or its payments are not as expected' };
  const paid = { amount: received.settled, asset, externalId };
  const nothingCame = isZero(received.seen);
  const allConfirmed = received.seen === received.settled;
  switch (status) {
    case 'New':
    case 'Processing':
      return nothingCame
        ? { outcome: 'pending', externalId }
        : { outcome: 'pending', ...paid, amount: received.seen };
    case 'Settled':
      if (isZero(received.settled)) return byHand(status, additional);
      return allConfirmed ? { outcome: 'settled', ...paid } : { outcome: 'pending', ...paid };
    case 'Expired':
      if (nothingCame) return { outcome: 'refused', reason: 'the invoice has expired unpaid' };
      // Paid in part, or late: it is final once everything that came is confirmed.
      return allConfirmed
        ? { outcome: 'settled', ...paid }
        : { outcome: 'pending', ...paid, amount: received.seen };
    case 'Invalid':
      if (nothingCame) return { outcome: 'refused', reason: 'the invoice is invalid, nothing came' };
      return byHand(status, additional);
    default:
      return { outcome: 'unknown', reason: `an invoice in the state ${status ?? 'none'}` };
  }
}

function byHand(status: string, additional: string | undefined): PaymentAnswer {
  const reason = `the invoice is ${status} (${additional ?? 'no reason told'}): look at it in BTCPay Server`;
  return { outcome: 'unknown', reason };
}

function receivedBy(methods: ExactJson, methodId: string, decimals: number): Received | null {
  if (!Array.isArray(methods)) return null;
  // Before version 2 it was called `paymentMethod`.
  const ours = methods.find(
    (one) => (textAt(one, 'paymentMethodId') ?? textAt(one, 'paymentMethod')) === methodId,
  );
  if (ours === undefined) return null;
  const payments = listAt(ours, 'payments');
  if (payments.some((payment) => textAt(payment, 'status') === undefined)) return null;
  const sumIn = (...statuses: string[]) =>
    sumOf(
      payments
        .filter((payment) => statuses.includes(textAt(payment, 'status') ?? ''))
        .map((payment) => textAt(payment, 'value')),
      decimals,
    );
  const [settled, seen] = [sumIn('Settled'), sumIn('Settled', 'Processing')];
  return settled === null || seen === null ? null : { settled, seen };
}

function isZero(amount: string): boolean {
  return /^[0.]*$/.test(amount);
}

/** What a payout says of itself. Someone, or a payout processor, must pay it in BTCPay Server: until then it waits. */
export function payoutAnswer(payout: ExactJson): PayoutAnswer {
  const [externalId, state] = [textAt(payout, 'id'), textAt(payout, 'state')];
  if (!externalId) return { outcome: 'unknown', reason: 'no payout in the answer' };
  const reference = textAt(payout, 'paymentProof.id');
  switch (state) {
    case 'Completed':
      return { outcome: 'settled', externalId, ...(reference ? { reference } : {}) };
    case 'AwaitingApproval':
    case 'AwaitingPayment':
    case 'InProgress':
      return { outcome: 'pending', externalId };
    case 'Cancelled':
      return { outcome: 'refused', reason: 'the payout was canceled in BTCPay Server' };
    default:
      return { outcome: 'unknown', reason: `a payout in the state ${state ?? 'none'}` };
  }
}
