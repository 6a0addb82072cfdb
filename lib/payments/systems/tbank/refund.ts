import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayoutAnswer, RefundToSend } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { minorUnits } from '@/lib/payments/plain-amount';
import { callTbank } from './client';
import type { TbankSettings } from './settings';

const returned = ['REFUNDED', 'PARTIAL_REFUNDED', 'REVERSED', 'PARTIAL_REVERSED', 'CANCELED'];
const returning = ['REFUNDING', 'ASYNC_REFUNDING', 'REVERSING'];

/** Cancel with our id as the key: the same one gives nothing back twice. */
export async function sendRefund(at: At<TbankSettings>, refund: RefundToSend): Promise<PayoutAnswer> {
  const bankId = refund.payment.externalId ?? refund.payment.facts.paymentId;
  const kopecks = minorUnits(refund.amount, 2);
  if (!bankId || kopecks === null) return refused('the payment or the amount cannot be given back');
  const answer = await callTbank(at, 'Cancel', {
    PaymentId: bankId,
    Amount: Number(kopecks),
    ExternalRequestId: refund.refundId,
  });
  if (answer.outcome === 'refused') return refused(answer.reason);
  return answer.outcome === 'done' ? stateOf(textAt(answer.told, 'Status'), bankId) : unknown(answer.reason);
}

/** The whole is told by the payment's state; of a part it cannot be told which part it was. */
export async function checkRefund(at: At<TbankSettings>, refund: RefundToSend): Promise<PayoutAnswer> {
  const bankId = refund.payment.externalId ?? refund.payment.facts.paymentId;
  if (!bankId) return unknown('the payment’s id at the bank is not known');
  const answer = await callTbank(at, 'GetState', { PaymentId: bankId });
  if (answer.outcome !== 'done') return unknown(answer.reason);
  const status = textAt(answer.told, 'Status');
  if (status?.startsWith('PARTIAL_') && refund.amount !== refund.payment.amount)
    return unknown(`status ${status}: it cannot be told which part went back`);
  return status?.startsWith('PARTIAL_') ? unknown(`status ${status}`) : stateOf(status, bankId);
}

function stateOf(status: string | undefined, bankId: string): PayoutAnswer {
  if (status && returned.includes(status))
    return { outcome: 'settled', externalId: bankId, reference: bankId };
  if (status && returning.includes(status)) return { outcome: 'pending', externalId: bankId };
  return unknown(`status ${status ?? 'missing'}`);
}
