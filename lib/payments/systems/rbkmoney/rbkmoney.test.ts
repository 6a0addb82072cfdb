import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { rbkmoney } from '@/lib/payments/systems/rbkmoney';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { noticeFields, rbkmoneyFixture, rbkmoneySample, signedNotice } from './fixtures';
import { readNotice } from './notice';
import { type RbkmoneySettings, rbkmoneySettings } from './settings';
import { noticeHash, requestHash } from './signature';

adapterContract(rbkmoney, rbkmoneyFixture);

const at: At<RbkmoneySettings> = {
  settings: rbkmoneySettings.parse(rbkmoneySample),
  testMode: false,
  http: fakeOutgoing(undefined).http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
};

describe('RBK Money', () => {
  it('signs as the vectors say', () => {
    const request = {
      eshopId: '2001',
      recipientAmount: '100.00',
      recipientCurrency: 'RUR',
      user_email: 'buyer@example.com',
      serviceName: 'Order 5',
      orderId: '5',
    };
    expect(requestHash(new Map(Object.entries(request)), 'rbk-secret', 'md5')).toBe(vector('rbk-1').expected);
    const notice = {
      eshopId: '2001',
      orderId: '5',
      serviceName: 'Order 5',
      eshopAccount: 'RU123456789',
      recipientAmount: '100.00',
      recipientCurrency: 'RUR',
      paymentStatus: '5',
      userName: 'Ivan',
      userEmail: 'buyer@example.com',
      paymentData: '2026-09-01 12:00:00',
    };
    expect(noticeHash(new Map(Object.entries(notice)), 'rbk-secret', 'md5')).toBe(vector('rbk-2').expected);
  });

  it('says that a payment is under way, or what nobody knows', () => {
    const read = (paymentStatus: string) => readNotice(at, signedNotice(noticeFields({ paymentStatus })));
    expect(read('3')).toMatchObject({ event: { answer: { outcome: 'pending' }, eventKey: '1001:3' } });
    expect(read('4')).toMatchObject({ event: { answer: { outcome: 'unknown' } } });
  });

  it('calls the rouble RUR', async () =>
    expect(await rbkmoney.payIn?.start(at, samplePayment())).toMatchObject({
      step: { fields: { recipientCurrency: 'RUR', recipientAmount: '1500.00' } },
    }));
});
