import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { perfectmoney } from '@/lib/payments/systems/perfectmoney';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayout } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { noticeFields, perfectmoneyFixture, signedNotice } from './fixtures';
import { payoutState } from './map';
import { readNotice } from './notice';
import { perfectmoneySample } from './sample';
import { type PerfectmoneySettings, perfectmoneySettings } from './settings';
import { noticeHash } from './signature';

adapterContract(perfectmoney, perfectmoneyFixture);

const at: At<PerfectmoneySettings> = {
  settings: perfectmoneySettings.parse(perfectmoneySample),
  testMode: false,
  http: fakeOutgoing(undefined).http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
};

describe('Perfect Money', () => {
  it.each([
    ['pm-1', 'Passphrase'],
    ['pm-2', 'altphrase'],
  ])('signs as %s says', (id, phrase) => {
    const [
      PAYMENT_ID,
      PAYEE_ACCOUNT,
      PAYMENT_AMOUNT,
      PAYMENT_UNITS,
      PAYMENT_BATCH_NUM,
      PAYER_ACCOUNT,
      ,
      TIMESTAMPGMT,
    ] = vector(id).input.split(':');
    const named = {
      PAYMENT_ID,
      PAYEE_ACCOUNT,
      PAYMENT_AMOUNT,
      PAYMENT_UNITS,
      PAYMENT_BATCH_NUM,
      PAYER_ACCOUNT,
      TIMESTAMPGMT,
    };
    const fields = new Map(Object.entries(named).map(([name, value]) => [name, value ?? '']));
    expect(noticeHash(fields, phrase)).toBe(vector(id).expected);
  });

  it('names payer and moment, and takes no gold', () => {
    expect(readNotice(at, signedNotice(noticeFields()))).toMatchObject({
      event: { answer: { payer: { account: 'U7654321' }, paidAt: sampleNow } },
    });
    expect(readNotice(at, signedNotice(noticeFields({ PAYMENT_UNITS: 'OAU' })))).toMatchObject({
      why: 'wrong_asset',
    });
  });

  it('pays no account of another unit', async () => {
    const payout = samplePayout({ asset: 'USD', destination: { purse: 'E7654321' } });
    expect(await perfectmoney.payOut?.send(at, payout)).toMatchObject({ outcome: 'refused' });
  });

  it('does not take another payment of the history for the payout', () => {
    const payout = samplePayout({ asset: 'USD' });
    const row = {
      'Payment ID': payout.payoutId,
      Amount: '-1200.00',
      Currency: 'USD',
      Batch: '7',
      Fee: '6.00',
    };
    expect(payoutState([row], payout)).toMatchObject({ outcome: 'settled', fee: '6.00', reference: '7' });
    expect(payoutState([{ ...row, Amount: '-1.00' }], payout).outcome).toBe('unknown');
    expect(payoutState([], payout).outcome).toBe('unknown');
  });
});
