import { describe, expect, test } from 'vitest';
import type { Outgoing } from '@/lib/payments/outgoing';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';
import { nowpaymentsDouble } from '@/scripts/doubles/systems/nowpayments';
import { nowpayments } from '.';
import { nowpaymentsFixture } from './fixtures';
import { nowpaymentsPayOut } from './pay-out';
import { nowpaymentsSettings } from './settings';
import { totpCode } from './totp';

const at = (over: Record<string, string> = {}, http = fakeOutgoing(nowpaymentsDouble()).http) => ({
  settings: nowpaymentsSettings.parse({ ...nowpaymentsFixture.settings, ...over }),
  testMode: false,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});

describe('payouts of NOWPayments', () => {
  const { payout } = nowpaymentsFixture;
  if (!payout) throw new Error('no payout');
  const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const asked = { ...payout, externalId: '5000000001', facts: {}, sentAt: sampleNow };

  test('wait for a code that a person gives', async () => {
    const { http } = fakeOutgoing(nowpaymentsDouble());
    const sent = await nowpaymentsPayOut.send(at({}, http), payout);
    expect(sent).toEqual({ outcome: 'pending', externalId: '5000000001', facts: { confirmed: 'by hand' } });
    expect((await nowpaymentsPayOut.check(at({}, http), asked)).outcome).toBe('pending');
  });

  test('are confirmed by a code of our own where its secret is set', async () => {
    const { http } = fakeOutgoing(nowpaymentsDouble({ code: totpCode(totpSecret, sampleNow) }));
    const sent = await nowpaymentsPayOut.send(at({ totpSecret }, http), payout);
    expect(sent).toMatchObject({ outcome: 'pending', facts: { confirmed: 'by code' } });
    expect(await nowpaymentsPayOut.check(at({ totpSecret }, http), asked)).toMatchObject({
      outcome: 'settled',
      reference: 'ab12cd34',
    });
  });

  test('a code that is not taken leaves the batch waiting, and it is not lost', async () => {
    for (const fault of [undefined, { kind: 'timeout' as const, from: 2 }]) {
      const { http } = fakeOutgoing(nowpaymentsDouble({ code: '000000' }), fault);
      const sent = await nowpaymentsPayOut.send(at({ totpSecret }, http), payout);
      expect(sent).toMatchObject({
        outcome: 'pending',
        externalId: '5000000001',
        facts: { confirmed: 'by hand' },
      });
    }
  });

  test('are found by the batch that a notice told, if our own id stands in it', async () => {
    const { http } = fakeOutgoing(nowpaymentsDouble());
    await nowpaymentsPayOut.send(at({}, http), payout);
    const hinted = { ...asked, hinted: true };
    expect(await nowpaymentsPayOut.check(at({}, http), hinted)).toMatchObject({ outcome: 'pending' });
    const other = { ...hinted, payoutId: 'pot_1123456789bcdfgh' };
    expect(await nowpaymentsPayOut.check(at({}, http), other)).toMatchObject({ outcome: 'unknown' });
    const nameless = jsonHttp({ id: '5000000001', withdrawals: [{ status: 'FINISHED' }] });
    expect(await nowpaymentsPayOut.check(at({}, nameless), hinted)).toMatchObject({ outcome: 'unknown' });
    expect(await nowpaymentsPayOut.check(at({}, nameless), asked)).toMatchObject({ outcome: 'settled' });
  });

  test('a balance is told though the network counts finer than the office', async () => {
    const http = jsonHttp('{"eth":{"amount":1.123456789012345678,"pendingAmount":0}}');
    expect(await nowpayments.balance?.(at({}, http), { asset: 'ETH' })).toEqual({
      outcome: 'settled',
      amount: '1.12345678',
    });
  });

  test('without an account, or to an address of another network, nobody is called', async () => {
    const { http, calls } = fakeOutgoing(nowpaymentsDouble());
    const wrong = { ...payout, destination: { address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } };
    expect((await nowpaymentsPayOut.send(at({ payoutEmail: '' }, http), payout)).outcome).toBe('refused');
    expect((await nowpaymentsPayOut.send(at({}, http), wrong)).outcome).toBe('refused');
    expect(calls()).toBe(0);
  });
});

/** Answers everything with that JSON. */
function jsonHttp(json: unknown): Outgoing {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return async () => ({ status: 200, headers: {}, body: Buffer.from(text), text });
}
