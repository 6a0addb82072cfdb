import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback, CallbackReading } from '@/lib/payments/contract/notice';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { significantDecimals } from '@/lib/payments/cut-amount';
import { type ExactJson, exactObject, textAt } from '@/lib/payments/exact-json';
import { isSigned } from './client';
import { paymentAnswer } from './map';
import type { NowpaymentsSettings } from './settings';

const heard = { answer: plainAnswer('ok'), refusal: notBelieved };

/** Reads a notice (IPN) of a payment or a withdrawal. The key of the event is id and status, as there is no other. */
export const readNowpaymentsNotice: Callback<NowpaymentsSettings>['read'] = ({ settings }, request) => {
  const header = request.headers['x-nowpayments-sig'];
  if (!header) return refusedNotice('no_signature');
  const body = exactObject(request.body);
  if (!body) return refusedNotice('malformed');
  if (!isSigned(header, request.body.toString('utf8'), settings.ipnSecret))
    return refusedNotice('bad_signature');
  return textAt(body, 'payment_id') === undefined
    ? withdrawalReading(body)
    : paymentReading(body, settings.currencies);
};

function paymentReading(body: ExactJson, currencies: string): CallbackReading {
  const answer = paymentAnswer(body, currencies);
  if (typeof answer === 'string') return refusedNotice(answer);
  const [externalId = '', orderId] = [textAt(body, 'payment_id'), textAt(body, 'order_id')];
  // Who pays to the address a second time makes a payment of its own: it is not the order's, and people look at it.
  const isSecond = textAt(body, 'parent_payment_id') !== undefined;
  const isSure = isCountable(answer, textAt(body, 'price_amount'));
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: orderId === undefined || isSecond ? { externalId } : { paymentId: orderId },
      answer: isSure ? answer : { outcome: 'pending', externalId },
      trust: isSure ? 'signed' : 'hint',
      eventKey: `${externalId}:${textAt(body, 'payment_status')}`,
    },
    ...heard,
  };
}

/**
 * Whether the asset surely has as many decimals as the sums: those of the price are the order's own. Otherwise it is
 * asked, as only then it is known what to cut the sums to.
 */
function isCountable(answer: PaymentAnswer, price: string | undefined): boolean {
  if (answer.outcome !== 'settled') return true;
  return [answer.amount, answer.credited].every(
    (one) => significantDecimals(one) <= significantDecimals(price),
  );
}

/** The states of withdrawals are not confirmed: a hint to ask. */
function withdrawalReading(body: ExactJson): CallbackReading {
  const [id, batchId] = [textAt(body, 'id'), textAt(body, 'batch_withdrawal_id')];
  const payoutId = textAt(body, 'unique_external_id');
  if (!id || (!batchId && !payoutId)) return refusedNotice('malformed');
  return {
    verdict: 'accepted',
    event: {
      about: 'payout',
      by: payoutId ? { payoutId } : { externalId: batchId ?? id },
      answer: { outcome: 'pending', ...(batchId ? { externalId: batchId } : {}) },
      trust: 'hint',
      eventKey: `${id}:${textAt(body, 'status') ?? ''}`,
    },
    ...heard,
  };
}
