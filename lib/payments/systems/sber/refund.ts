import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayoutAnswer, RefundToSend } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { minorUnits } from '@/lib/payments/plain-amount';
import { callGateway } from './client';
import type { SberSettings } from './settings';

/** refund.do takes no key of ours: it is called once, and what came of a silence is asked for. */
export async function sendRefund(at: At<SberSettings>, refund: RefundToSend): Promise<PayoutAnswer> {
  const orderId = refund.payment.externalId ?? refund.payment.facts.mdOrder;
  const amount = minorUnits(refund.amount, 2);
  if (!orderId || amount === null) return refused('the order or the amount cannot be given back');
  const answer = await callGateway(at, 'refund', { orderId, amount });
  if ('outcome' in answer) return answer;
  if (answer.code !== '0') return refused(answer.reason);
  // A page of somebody in between is JSON too, now and then: the gateway always tells a code.
  if (textAt(answer.told, 'errorCode') === undefined) return unknown('refund answered without a code');
  return { outcome: 'settled', reference: orderId };
}

/** The whole can be told from the order; of a part it cannot be told which part it was. */
export async function checkRefund(at: At<SberSettings>, refund: RefundToSend): Promise<PayoutAnswer> {
  const orderId = refund.payment.externalId ?? refund.payment.facts.mdOrder;
  if (!orderId) return unknown('the order’s id at the bank is not known');
  const answer = await callGateway(at, 'getOrderStatusExtended', { orderId });
  if ('outcome' in answer) return unknown(answer.reason);
  const back = textAt(answer.told, 'paymentAmountInfo.refundedAmount');
  const whole = refund.amount === refund.payment.amount && back === minorUnits(refund.amount, 2);
  if (answer.code === '0' && textAt(answer.told, 'orderStatus') === '4' && whole)
    return { outcome: 'settled', reference: orderId };
  return unknown(
    `order status ${textAt(answer.told, 'orderStatus') ?? 'missing'}, given back: ${back ?? 'not told'}`,
  );
}
