import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import { named } from './map';
import { type RobokassaSettings, shopAsset } from './settings';
import { resultSignature, shpFields } from './signature';

/** Reads a notice of ResultURL. The sum is signed as it was written, often with six decimals. */
export function readNotice(at: At<RobokassaSettings>, request: RawRequest): CallbackReading {
  const fields = requestFields(request);
  const outSum = fields?.get('OutSum');
  const number = paymentNumber(fields?.get('InvId'));
  if (!fields || outSum === undefined || number === null) return refusedNotice('malformed');
  const given = fields.get('SignatureValue');
  if (!given) return refusedNotice('no_signature');
  const { settings, testMode } = at;
  const signedWith = (password: string) =>
    password !== '' &&
    sameSignature(
      given,
      resultSignature(settings.hash, { outSum, invId: String(number), password, shp: shpFields(fields) }),
      'hex',
    );
  if (!signedWith(testMode ? settings.testPassword2 : settings.password2))
    return refusedNotice(!testMode && signedWith(settings.testPassword2) ? 'test_notice' : 'bad_signature');
  if (!testMode && fields.get('IsTest') === '1') return refusedNotice('test_notice');
  const amount = plainAmount(outSum, 2);
  if (amount === null) return refusedNotice('malformed');
  const facts = {
    ...named('via', fields.get('PaymentMethod') ?? fields.get('IncCurrLabel')),
    ...named('fee', plainAmount(fields.get('Fee'), 2) ?? undefined),
  };
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { number },
      answer: { outcome: 'settled', amount, asset: shopAsset(settings), facts },
      trust: 'signed',
      eventKey: `paid:${number}`,
    },
    answer: plainAnswer(`OK${number}`),
    refusal: notBelieved,
  };
}
