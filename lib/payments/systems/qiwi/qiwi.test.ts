import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { qiwi } from '@/lib/payments/systems/qiwi';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { qiwiFixture, signedNotice } from './fixtures';
import { readNotice } from './notice';
import { qiwiSample } from './sample';
import { type QiwiSettings, qiwiSettings } from './settings';
import { noticeSignature } from './signature';

adapterContract(qiwi, qiwiFixture);

const at: At<QiwiSettings> = {
  settings: qiwiSettings.parse(qiwiSample),
  testMode: false,
  http: fakeOutgoing(undefined).http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
};

describe('QIWI', () => {
  it('signs as the vector says', () => {
    const [currency = '', value = '', billId = '', siteId = '', status = ''] =
      vector('qiwi-1').input.split('|');
    expect(noticeSignature({ currency, value, billId, siteId, status }, vector('qiwi-1').key ?? '')).toBe(
      vector('qiwi-1').expected,
    );
  });

  it('says that a bill waits, or that nobody will pay it', () => {
    expect(readNotice(at, signedNotice({ status: 'WAITING' }))).toMatchObject({
      event: { answer: { outcome: 'pending' } },
    });
    expect(readNotice(at, signedNotice({ status: 'REJECTED' }))).toMatchObject({
      event: { answer: { outcome: 'refused' } },
    });
    expect(readNotice(at, signedNotice({ status: 'OTHER' }))).toMatchObject({
      event: { answer: { outcome: 'unknown' } },
    });
  });
});
