import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { interkassaDouble } from '@/scripts/doubles/systems/interkassa';
import { ikSignature } from './signature';

const checkoutId = '5ee0c9ccc3f73b75f5236a99';
const payment = samplePayment({ asset: 'UAH' });

/** A call of the interaction address for the sample payment, without its signature. */
export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    ik_co_id: checkoutId,
    ik_co_prs_id: '300000000001',
    ik_inv_id: '27161326',
    ik_inv_st: 'success',
    ik_inv_crt: '2026-09-01 12:00:00',
    ik_inv_prc: '2026-09-01 12:01:00',
    ik_trn_id: 'TRN-1',
    ik_pm_no: payment.paymentId,
    ik_pw_via: 'visa_cpaytrz_merchant_uah',
    ik_am: '1500.00',
    ik_co_rfn: '1455.0000',
    ik_ps_price: '1500.00',
    ik_cur: 'UAH',
    ik_desc: 'Order ord_0123456789bcdfgh',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, key = 'ik-secret-key') {
  return formRequest({ ...fields, ik_sign: ikSignature(fields, key, 'sha256') });
}

function notice({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  const fields = noticeFields({
    ...(amount === undefined ? {} : { ik_am: amount }),
    ...(otherShop ? { ik_co_id: '5ee0c9ccc3f73b75f5236a00' } : {}),
    ...(test ? { ik_pw_via: 'test_interkassa_test_xts' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-key' : test ? 'ik-test-key' : undefined);
}

export const interkassaFixture: AdapterFixture = {
  settings: {
    checkoutId,
    secretKey: 'ik-secret-key',
    testKey: 'ik-test-key',
    apiUserId: 'ik-user',
    apiKey: 'ik-api-key',
    accountId: 'ik-account',
    purseId: '300000000001',
  },
  payment,
  notice: {
    signed: notice,
    signature: { in: 'field', name: 'ik_sign' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'UAH',
      externalId: '27161326',
      eventKey: '27161326:success',
    },
    answer: { status: 200, body: 'OK', contentType: 'text/plain; charset=utf-8' },
    amountField: 'ik_am',
  },
  double: () =>
    interkassaDouble({ paid: { paymentId: 'pay_paidbefore000000', amount: '1500.00', currency: 'UAH' } }),
  known: { payment: { externalId: '27161000', facts: {} } },
  payout: samplePayout({ asset: 'UAH', destination: { card: '4242424242424242' } }),
  refund: sampleRefund({ ...startedPayment(payment), externalId: '27161000' }),
};
