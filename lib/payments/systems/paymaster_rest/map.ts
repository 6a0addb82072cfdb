import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type ExactJson, textAt, valueAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';
import { assetOf } from '@/lib/payments/systems/paymaster/settings';

/** Whose payment it must be; what is not told is not compared. */
export type Ours = { merchantId: string; testMode: boolean; paymentId?: string };

/** A payment object of the interface. */
export function paymentState(payment: ExactJson, { merchantId, testMode, paymentId }: Ours): PaymentAnswer {
  const externalId = textAt(payment, 'id');
  const merchant = textAt(payment, 'merchantId');
  const orderNo = textAt(payment, 'invoice.orderNo');
  if (!externalId) return unknown('the payment cannot be read');
  if (merchant !== undefined && merchant !== merchantId) return unknown('it is a payment of another site');
  if ((valueAt(payment, 'testMode') === true) !== testMode)
    return unknown('it is a payment of the other mode');
  if (paymentId !== undefined && orderNo !== undefined && orderNo !== paymentId)
    return unknown('it is another payment');
  const status = textAt(payment, 'status');
  switch (status) {
    case 'Pending':
    case 'Confirmation':
    case 'Authorized':
      return { outcome: 'pending', externalId };
    case 'Cancelled':
    case 'Rejected':
      return refused(status);
    default:
  }
  const amount = plainAmount(textAt(payment, 'amount.value'), 2);
  const asset = assetOf(textAt(payment, 'amount.currency'));
  if (status !== 'Settled' || amount === null || !asset) return unknown(`status ${status ?? 'missing'}`);
  return { outcome: 'settled', amount, asset, externalId };
}

/** A refund object of the interface. */
export function refundState(refund: ExactJson): PayoutAnswer {
  const externalId = textAt(refund, 'id');
  if (!externalId) return unknown('the refund has no id');
  switch (textAt(refund, 'status')) {
    case 'Success':
      return { outcome: 'settled', externalId, reference: externalId };
    case 'Pending':
      return { outcome: 'pending', externalId };
    case 'Rejected':
      return refused('the refund was rejected');
    default:
      return unknown('the refund’s status cannot be read');
  }
}
