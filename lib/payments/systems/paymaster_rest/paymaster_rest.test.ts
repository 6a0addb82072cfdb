import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { exactObject } from '@/lib/payments/exact-json';
import { paymasterRestSample } from '@/lib/payments/systems/paymaster/sample';
import { paymasterRest } from '@/lib/payments/systems/paymaster_rest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, samplePayment } from '@/lib/payments/testing/fixture';
import { notice, paymasterRestFixture } from './fixtures';
import { paymentState, refundState } from './map';
import { readNotice } from './notice';
import { type PaymasterRestSettings, paymasterRestSettings } from './settings';

adapterContract(paymasterRest, paymasterRestFixture);

const at: At<PaymasterRestSettings> = {
  settings: paymasterRestSettings.parse(paymasterRestSample),
  testMode: false,
  http: fakeOutgoing(undefined).http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
};

describe('a notice of PayMaster’s REST interface', () => {
  it('is a hint only, with a byte order mark before it', () => {
    expect(notice().body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(readNotice(at, notice())).toMatchObject({ verdict: 'accepted', event: { trust: 'hint' } });
  });

  it('of another site or of a test is refused', () => {
    expect(readNotice(at, notice({ merchantId: 'other' }))).toMatchObject({ why: 'wrong_shop' });
    expect(readNotice(at, notice({ testMode: true }))).toMatchObject({ why: 'test_notice' });
  });
});

describe('a payment', () => {
  const ours = {
    merchantId: paymasterRestSample.merchantId,
    testMode: false,
    paymentId: 'pay_0123456789bcdfgh',
  };
  it.each([
    [{}, 'settled'],
    [{ status: 'Authorized' }, 'pending'],
    [{ status: 'Cancelled' }, 'refused'],
    [{ status: 'Rejected' }, 'refused'],
    [{ status: 'Other' }, 'unknown'],
    [{ merchantId: 'other' }, 'unknown'],
    [{ testMode: true }, 'unknown'],
    [{ invoice: { orderNo: 'pay_other' } }, 'unknown'],
  ])('with %j is %s', (over, outcome) =>
    expect(paymentState(exactObject(notice(over).body), ours).outcome).toBe(outcome),
  );

  it('is asked for as a number that is written exactly', async () => {
    const bodies: string[] = [];
    const http: typeof at.http = (request) => {
      bodies.push(String(request.body));
      return fakeOutgoing(undefined).http(request);
    };
    await paymasterRest.payIn?.start({ ...at, http }, samplePayment({ amount: '9999999999.99' }));
    expect(bodies[0]).toContain('"value":9999999999.99');
  });

  it('and its refund are told by status', () => {
    expect(refundState({ id: '1', status: 'Success' }).outcome).toBe('settled');
    expect(refundState({ id: '1', status: 'Pending' }).outcome).toBe('pending');
    expect(refundState({ id: '1', status: 'Rejected' }).outcome).toBe('refused');
    expect(refundState({ status: 'Success' }).outcome).toBe('unknown');
  });
});
