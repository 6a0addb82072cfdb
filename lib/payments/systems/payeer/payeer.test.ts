import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { payeer } from '@/lib/payments/systems/payeer';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayout } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { payeerDouble } from '@/scripts/doubles/systems/payeer';
import { noticeFields, payeerFixture, signedNotice } from './fixtures';
import { readNotice } from './notice';
import { payOut } from './payout';
import { payeerSample } from './sample';
import { type PayeerSettings, payeerSettings } from './settings';
import { requestSignature } from './signature';

adapterContract(payeer, payeerFixture);

const at: At<PayeerSettings> = {
  settings: payeerSettings.parse(payeerSample),
  testMode: false,
  http: fakeOutgoing(undefined).http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
};

describe('Payeer', () => {
  it.each(['payeer-request-doc', 'payeer-request'])('signs as %s says', (id) => {
    const [m_shop = '', m_orderid = '', m_amount = '', m_curr = '', m_desc = '', secret = ''] =
      vector(id).input.split(':');
    const fields = new Map(Object.entries({ m_shop, m_orderid, m_amount, m_curr, m_desc }));
    expect(requestSignature(fields, secret)).toBe(vector(id).expected);
  });

  it('names the payer, signs its parameters, and a failure is a refusal', () => {
    expect(readNotice(at, signedNotice(noticeFields({ m_params: 'abc' })))).toMatchObject({
      event: { answer: { outcome: 'settled', payer: { account: 'P7654321' } } },
    });
    expect(readNotice(at, signedNotice(noticeFields({ m_status: 'fail' })))).toMatchObject({
      event: { answer: { outcome: 'refused' } },
      answer: { body: '1001|error' },
    });
    expect(readNotice(at, signedNotice(noticeFields({ m_curr: 'XTS' })))).toMatchObject({
      why: 'wrong_asset',
    });
  });

  it('does not take another operation for the payout', async () => {
    const { http } = fakeOutgoing(payeerDouble());
    const payout = samplePayout({ destination: { purse: 'P7654321' } });
    const sent = await payOut.send({ ...at, http }, payout);
    expect(sent).toMatchObject({ outcome: 'settled', externalId: '555001' });
    const asked = { ...payout, amount: '7.00', externalId: '555001', facts: {}, sentAt: sampleNow };
    expect(await payOut.check({ ...at, http }, asked)).toMatchObject({ outcome: 'unknown' });
  });
});
