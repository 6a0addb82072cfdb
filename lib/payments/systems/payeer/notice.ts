import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import { type PayeerSettings, payeerAssets } from './settings';
import { noticeSignature } from './signature';

/** Reads a notice of the status handler. */
export function readNotice({ settings }: At<PayeerSettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request) : null;
  if (!fields) return refusedNotice('malformed');
  const given = fields.get('m_sign');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, noticeSignature(fields, settings.shopSecret), 'HEX'))
    return refusedNotice('bad_signature');
  if (fields.get('m_shop') !== settings.shopId) return refusedNotice('wrong_shop');
  const number = paymentNumber(fields.get('m_orderid'));
  const amount = plainAmount(fields.get('m_amount'), 2);
  const externalId = fields.get('m_operation_id');
  const status = fields.get('m_status');
  if (number === null || amount === null || !externalId || !status) return refusedNotice('malformed');
  const asset = payeerAssets.find((known) => known === fields.get('m_curr'));
  if (!asset) return refusedNotice('wrong_asset');
  const account = fields.get('client_account');
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { number },
      answer:
        status === 'success'
          ? {
              outcome: 'settled',
              amount,
              asset,
              externalId,
              ...(account ? { payer: { account } } : {}),
              facts: { operationId: externalId },
            }
          : { outcome: 'refused', reason: `status ${status.slice(0, 50)}` },
      trust: 'signed',
      eventKey: `${externalId}:${status}`,
    },
    answer: plainAnswer(`${number}|${status === 'success' ? 'success' : 'error'}`),
    refusal: status === 'success' ? plainAnswer(`${number}|error`) : notBelieved,
  };
}
