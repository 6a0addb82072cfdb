import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer, PaymentFacts } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type ExactJson, textAt, valueAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';

/** Whose object it must be; what is not told is not compared. */
export type Ours = { shopId: string; testMode: boolean; paymentId?: string };

/** A payment object of the interface as an answer; objects of other shops, payments or modes are not believed. */
export function paymentState(payment: ExactJson, { shopId, testMode, paymentId }: Ours): PaymentAnswer {
  const id = textAt(payment, 'id');
  const shop = textAt(payment, 'recipient.account_id');
  const ours = textAt(payment, 'metadata.payment_id');
  if (!id) return unknown('the payment cannot be read');
  if (shop !== undefined && shop !== shopId) return unknown('it is a payment of another shop');
  if ((valueAt(payment, 'test') === true) !== testMode) return unknown('it is a payment of the other mode');
  if (paymentId !== undefined && ours !== undefined && ours !== paymentId)
    return unknown('it is another payment');
  const status = textAt(payment, 'status');
  if (status === 'canceled') return refused(cancellation(payment));
  if (status === 'pending' || status === 'waiting_for_capture') return { outcome: 'pending', externalId: id };
  const amount = plainAmount(textAt(payment, 'amount.value'), 2);
  const asset = textAt(payment, 'amount.currency');
  if (status !== 'succeeded' || valueAt(payment, 'paid') !== true || amount === null || !asset)
    return unknown(`a payment with status ${status ?? 'missing'} cannot be read`);
  return { outcome: 'settled', amount, asset, externalId: id, ...details(payment, asset) };
}

function details(payment: ExactJson, asset: string): Partial<PaymentFacts> {
  const net = plainAmount(textAt(payment, 'income_amount.value'), 2);
  const credited = textAt(payment, 'income_amount.currency') === asset ? net : null;
  // Only a wallet is told in full; of a card there are a few digits, which name nobody.
  const account = textAt(payment, 'payment_method.account_number');
  const via = textAt(payment, 'payment_method.type');
  const paidAt = new Date(textAt(payment, 'captured_at') ?? '');
  return {
    ...(credited === null ? {} : { credited }),
    ...(account ? { payer: { account } } : {}),
    ...(Number.isNaN(paidAt.getTime()) ? {} : { paidAt }),
    ...(via ? { facts: { via } } : {}),
  };
}

/** A payout or refund object as an answer. */
export function transferState(transfer: ExactJson): PayoutAnswer {
  const externalId = textAt(transfer, 'id');
  if (!externalId) return unknown('the answer has no id');
  switch (textAt(transfer, 'status')) {
    case 'succeeded':
      return { outcome: 'settled', externalId, reference: externalId };
    case 'pending':
      return { outcome: 'pending', externalId };
    case 'canceled':
      return refused(cancellation(transfer));
    default:
      return unknown('the status cannot be read');
  }
}

function cancellation(object: ExactJson): string {
  const party = textAt(object, 'cancellation_details.party') ?? 'nobody named';
  return `canceled by ${party}: ${textAt(object, 'cancellation_details.reason') ?? 'no reason told'}`;
}
