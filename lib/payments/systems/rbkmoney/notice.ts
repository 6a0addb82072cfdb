import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import type { RbkmoneySettings } from './settings';
import { noticeHash } from './signature';

/** Reads a notice: status 3 is under way, 5 is credited. */
export function readNotice({ settings }: At<RbkmoneySettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request) : null;
  if (!fields) return refusedNotice('malformed');
  const given = fields.get('hash');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, noticeHash(fields, settings.secretKey, settings.hash), 'hex'))
    return refusedNotice('bad_signature');
  if (fields.get('eshopId') !== settings.eshopId) return refusedNotice('wrong_shop');
  const number = paymentNumber(fields.get('orderId'));
  const amount = plainAmount(fields.get('recipientAmount'), 2);
  const status = fields.get('paymentStatus');
  if (number === null || amount === null || !status) return refusedNotice('malformed');
  const currency = fields.get('recipientCurrency');
  const asset = currency === 'RUR' ? 'RUB' : currency;
  if (asset !== 'RUB' && asset !== 'USD' && asset !== 'EUR') return refusedNotice('wrong_asset');
  // The payment's id is not signed, so nothing hangs on it.
  const paymentId = fields.get('paymentId')?.slice(0, 40);
  const facts = paymentId ? { facts: { rbkPaymentId: paymentId } } : {};
  const answers: Record<string, PaymentAnswer> = {
    '3': { outcome: 'pending', asset },
    '5': { outcome: 'settled', amount, asset, ...facts },
  };
  const answer = answers[status] ?? { outcome: 'unknown', reason: `status ${status.slice(0, 20)}` };
  return {
    verdict: 'accepted',
    event: { about: 'payment', by: { number }, answer, trust: 'signed', eventKey: `${number}:${status}` },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}
