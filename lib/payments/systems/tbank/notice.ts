import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { exactObject, textAt } from '@/lib/payments/exact-json';
import { sameSignature } from '@/lib/payments/signature';
import { paymentState } from './map';
import type { TbankSettings } from './settings';
import { tokenOf } from './signature';

/** Returns of money, and parts of it, say nothing about whether it has come. */
const returns = /^(PARTIAL_|ASYNC_)?(REFUND|REVERS)/;

/** Reads a notice; its token covers every scalar that was received, whatever they are. */
export function readNotice(at: At<TbankSettings>, request: RawRequest): CallbackReading {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const notice = request.method === 'POST' && type === 'application/json' ? exactObject(request.body) : null;
  if (!notice) return refusedNotice('malformed');
  const { terminalKey, password } = at.settings;
  const given = textAt(notice, 'Token');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, tokenOf(notice, password), 'hex')) return refusedNotice('bad_signature');
  const terminal = textAt(notice, 'TerminalKey') ?? '';
  if (terminal !== terminalKey) return refusedNotice('wrong_shop');
  if (terminal.endsWith('DEMO') && !at.testMode) return refusedNotice('test_notice');
  const orderId = textAt(notice, 'OrderId');
  const paymentId = textAt(notice, 'PaymentId');
  const status = textAt(notice, 'Status');
  if (!orderId || !paymentId || !status) return refusedNotice('malformed');
  const answer = paymentState(notice);
  if (status === 'CONFIRMED' && answer.outcome !== 'settled') return refusedNotice('malformed');
  return {
    verdict: 'accepted',
    event: returns.test(status)
      ? null
      : {
          about: 'payment',
          by: { paymentId: orderId },
          answer,
          trust: 'signed',
          eventKey: `${paymentId}:${status}`,
        },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}
