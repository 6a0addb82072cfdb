import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { noticeAnswer, testPayway } from './map';
import type { InterkassaSettings } from './settings';
import { isIkSigned } from './signature';

/** Reads a call of the interaction address. The same invoice in the same state is the same event. */
export const readInterkassaNotice: Callback<InterkassaSettings>['read'] = (
  { settings, testMode },
  request,
) => {
  const fields = requestFields(request);
  if (!fields) return refusedNotice('malformed');
  if (!fields.get('ik_sign')) return refusedNotice('no_signature');
  // Trials are signed with a key of their own, which must never sign a live payment.
  const isTrial = fields.get('ik_pw_via') === testPayway;
  const key = isTrial ? settings.testKey : settings.secretKey;
  if (isTrial && !testMode && key === '') return refusedNotice('test_notice');
  if (!isIkSigned(fields, key, settings.hash)) return refusedNotice('bad_signature');
  if (fields.get('ik_co_id')?.toLowerCase() !== settings.checkoutId.toLowerCase())
    return refusedNotice('wrong_shop');
  if (isTrial !== testMode) return refusedNotice(isTrial ? 'test_notice' : 'wrong_shop');
  const [paymentId, invoiceId] = [fields.get('ik_pm_no'), fields.get('ik_inv_id')];
  const answer = noticeAnswer(fields);
  if (!paymentId || !invoiceId || answer === null) return refusedNotice('malformed');
  const eventKey = `${invoiceId}:${fields.get('ik_inv_st')}`;
  return {
    verdict: 'accepted',
    event: { about: 'payment', by: { paymentId }, answer, trust: 'signed', eventKey },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
};
