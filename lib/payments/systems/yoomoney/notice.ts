import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import type { YoomoneySettings } from './settings';
import { formerSignature, noticeSignature } from './signature';

/** Reads a notice. What the payer was charged is compared with the order, not what was left of it for the wallet. */
export function readNotice(at: At<YoomoneySettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request) : null;
  if (!fields) return refusedNotice('malformed');
  const secret = at.settings.notificationSecret;
  const given = fields.get('sign');
  if (!given) {
    const former = sameSignature(fields.get('sha1_hash'), formerSignature(fields, secret), 'hex');
    return refusedNotice(former ? 'not_supported' : 'no_signature');
  }
  if (!encodable(fields) || !sameSignature(given, noticeSignature(fields, secret), 'hex'))
    return refusedNotice('bad_signature');
  if (fields.get('test_notification') === 'true' && !at.testMode) return refusedNotice('test_notice');
  if (!['p2p-incoming', 'card-incoming'].includes(fields.get('notification_type') ?? ''))
    return { verdict: 'accepted', event: null, answer: plainAnswer(''), refusal: notBelieved };
  const operationId = fields.get('operation_id');
  const credited = plainAmount(fields.get('amount'), 2);
  const charged = plainAmount(fields.get('withdraw_amount'), 2);
  if (!operationId || credited === null || charged === null) return refusedNotice('malformed');
  if (fields.get('currency') !== '643') return refusedNotice('wrong_asset');
  const sender = fields.get('sender');
  const paidAt = new Date(fields.get('datetime') ?? '');
  const facts = {
    amount: charged,
    asset: 'RUB',
    externalId: operationId,
    credited,
    ...(sender ? { payer: { account: sender } } : {}),
    ...(Number.isNaN(paidAt.getTime()) ? {} : { paidAt }),
    facts: { operationId },
  };
  // Locked by a code, or not taken by the wallet yet: the money is not the office's.
  const free = fields.get('codepro') === 'false' && fields.get('unaccepted') === 'false';
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { paymentId: fields.get('label') ?? '' },
      answer: free ? { outcome: 'settled', ...facts } : { outcome: 'pending', ...facts },
      trust: 'signed',
      eventKey: free ? operationId : `${operationId}:unaccepted`,
    },
    answer: plainAnswer(''),
    refusal: notBelieved,
  };
}

/** A lone surrogate has no percent-encoding, and no honest notice has one. */
function encodable(fields: ReadonlyMap<string, string>): boolean {
  return [...fields.values()].every((value) => !/\p{Cs}/u.test(value));
}
