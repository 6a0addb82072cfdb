import { assetOfName } from '@/lib/payments/asset-map';
import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback, CallbackReading } from '@/lib/payments/contract/notice';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { significantDecimals } from '@/lib/payments/cut-amount';
import { type ExactJson, exactObject, listAt, textAt } from '@/lib/payments/exact-json';
import { signatureProblem } from './client';
import { noticeAnswer, recordAnswer } from './map';
import type { ShkeeperSettings } from './settings';

/** Anything but 202 is repeated every minute. */
const heard = { answer: plainAnswer('ok', 202), refusal: notBelieved };

/** Reads a notice about an invoice or a payout. Each transaction is told once: its id and the state are the key. */
export const readShkeeperNotice: Callback<ShkeeperSettings>['read'] = ({ settings, now }, request) => {
  const { 'x-shkeeper-timestamp': timestamp, 'x-shkeeper-signature': signature } = request.headers;
  const problem = signatureProblem({ timestamp, signature }, request.body, settings.apiKey, now());
  if (problem) return refusedNotice(problem);
  const body = exactObject(request.body);
  const id = textAt(body ?? undefined, 'external_id');
  if (!body || !id) return refusedNotice('malformed');
  if (textAt(body, 'payout_id') !== undefined) return payoutReading(body, id);
  const coin = textAt(body, 'crypto');
  const asset = assetOfName(settings.currencies, coin);
  if (!coin || asset === null) return refusedNotice('wrong_asset');
  const answer = noticeAnswer(body, coin, asset);
  if (answer === null) return refusedNotice('malformed');
  const isSure = isCountable(answer);
  const newest = listAt(body, 'transactions').find((one) => isTrue(one, 'trigger'));
  const txid = textAt(body, 'txid') ?? textAt(newest, 'txid') ?? '';
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { paymentId: id },
      answer: isSure ? answer : { outcome: 'pending', ...externalIdOf(answer) },
      trust: isSure ? 'signed' : 'hint',
      eventKey: `${id}:${txid}:${textAt(body, 'status')}`,
    },
    ...heard,
  };
};

/** Any asset has so many decimals. */
const surely = 2;

/**
 * Whether the asset surely has as many decimals as the sum. Otherwise the invoice is asked, as only then it is known what
 * to cut the sum to.
 */
function isCountable(answer: PaymentAnswer): boolean {
  return answer.outcome !== 'settled' || significantDecimals(answer.amount) <= surely;
}

function externalIdOf(answer: PaymentAnswer): { externalId?: string } {
  return 'externalId' in answer && answer.externalId ? { externalId: answer.externalId } : {};
}

function payoutReading(body: ExactJson, payoutId: string): CallbackReading {
  const eventKey = `${payoutId}:${textAt(body, 'status') ?? ''}`;
  return {
    verdict: 'accepted',
    event: { about: 'payout', by: { payoutId }, answer: recordAnswer(body), trust: 'signed', eventKey },
    ...heard,
  };
}

function isTrue(json: ExactJson, key: string): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && json[key] === true;
}
