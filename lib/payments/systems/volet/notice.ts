import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { noticeAnswer } from './map';
import type { VoletSettings } from './settings';
import { isStatusSigned } from './signature';

/** Reads a status form. The same transfer in the same state is the same event. */
export const readVoletNotice: Callback<VoletSettings>['read'] = ({ settings }, request) => {
  const fields = requestFields(request);
  if (!fields) return refusedNotice('malformed');
  if (!fields.get('ac_hash')) return refusedNotice('no_signature');
  if (!isStatusSigned(fields, settings.sciPassword)) return refusedNotice('bad_signature');
  if (fields.get('ac_sci_name') !== settings.sciName) return refusedNotice('wrong_shop');
  const answer = noticeAnswer(fields);
  const [paymentId, transfer] = [fields.get('ac_order_id'), fields.get('ac_transfer')];
  if (!paymentId || !transfer || answer === null) return refusedNotice('malformed');
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { paymentId },
      answer,
      // The state is not under the signature: it is a reason to ask Volet, and no more.
      trust: 'hint',
      eventKey: `${transfer}:${fields.get('ac_transaction_status')}`,
    },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
};
