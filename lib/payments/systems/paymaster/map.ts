import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { textAt, valueAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';
import type { RestAnswer } from './client';
import { assetOf } from './settings';

/** What the old REST interface says of a payment; -13: there is none yet. */
export function paymentState(
  { code, told }: RestAnswer,
  ours: { number: number; testMode: boolean },
): PaymentAnswer {
  if (code === '-13') return { outcome: 'pending' };
  if (code !== '0') return unknown(`error ${code}`);
  const invoice = textAt(told, 'Payment.SiteInvoiceID');
  if (invoice !== undefined && invoice !== String(ours.number)) return unknown('it is another payment');
  if (valueAt(told, 'Payment.IsTestPayment') === true && !ours.testMode) return unknown('it is a trial');
  const externalId = textAt(told, 'Payment.PaymentID');
  const state = textAt(told, 'Payment.State');
  if (!externalId) return unknown('the payment has no id');
  if (state === 'INITIATED' || state === 'PROCESSING') return { outcome: 'pending', externalId };
  if (state === 'CANCELLED') return refused('canceled');
  const amount = plainAmount(textAt(told, 'Payment.Amount'), 2);
  const asset = assetOf(textAt(told, 'Payment.CurrencyCode'));
  if (state !== 'COMPLETE' || amount === null || !asset) return unknown(`state ${state ?? 'missing'}`);
  return { outcome: 'settled', amount, asset, externalId };
}

/** What refundPayment says. */
export function refundState({ code, told }: RestAnswer): PayoutAnswer {
  // These say that nothing was begun: access, hash, refusal, expiry, too much, no such payment, bad sum, no funds.
  if (['-6', '-7', '-8', '-9', '-11', '-12', '-13', '-14', '-18', '-19'].includes(code))
    return refused(`error ${code}`);
  if (code !== '0') return unknown(`error ${code}`);
  const externalId = textAt(told, 'Refund.RefundID');
  const known = externalId ? { externalId, reference: externalId } : {};
  switch (textAt(told, 'Refund.State')) {
    case 'SUCCESS':
      return { outcome: 'settled', ...known };
    case 'PENDING':
    case 'EXECUTING':
      return { outcome: 'pending', ...known };
    case 'FAILURE':
      return refused('the refund failed');
    default:
      return unknown('the refund’s state is not told');
  }
}
