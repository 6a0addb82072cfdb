import { describe, expect, test } from 'vitest';
import { type Fault, fakeOutgoing, faults } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { paypalDouble } from '@/scripts/doubles/systems/paypal';
import { paypalFixture } from './fixtures';
import { paypalPayIn } from './pay-in';
import { paypalSettings } from './settings';

const at = (http: ReturnType<typeof fakeOutgoing>['http']) => ({
  settings: paypalSettings.parse(paypalFixture.settings),
  testMode: false,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});

describe('capturing an approved order', () => {
  /** Asked: token, order, token, capture. */
  const approved = async () => {
    const double = paypalDouble();
    const started = await paypalPayIn.start(at(fakeOutgoing(double).http), paypalFixture.payment);
    double.pay?.({ reference: paypalFixture.payment.paymentId });
    return { double, asked: startedPayment(paypalFixture.payment, started) };
  };

  test.each(faults)('is unknown where PayPal is not heard: %s', async (kind: Fault) => {
    for (const from of [2, 3]) {
      const { double, asked } = await approved();
      const answer = await paypalPayIn.check?.(at(fakeOutgoing(double, { kind, from }).http), asked);
      expect(answer?.outcome, `call ${from}`).toBe('unknown');
      const again = await paypalPayIn.check?.(at(fakeOutgoing(double).http), asked);
      expect(again, 'asked again').toMatchObject({ outcome: 'settled', amount: '1500.00' });
    }
  });

  test('does not take what the office waits for no more', async () => {
    const { double, asked } = await approved();
    const { http } = fakeOutgoing(double);
    const urls: string[] = [];
    const listening: typeof http = (request) => {
      urls.push(request.url);
      return http(request);
    };
    expect(await paypalPayIn.check?.(at(listening), { ...asked, mayTake: false })).toEqual({
      outcome: 'pending',
      externalId: asked.externalId,
    });
    expect(urls.filter((url) => url.endsWith('/capture'))).toEqual([]);
    // What was captured before is heard of all the same.
    await paypalPayIn.check?.(at(http), { ...asked, mayTake: true });
    expect(await paypalPayIn.check?.(at(http), { ...asked, mayTake: false })).toMatchObject({
      outcome: 'settled',
    });
  });

  test('a declined card leaves the payer his choice', async () => {
    const { double, asked } = await approved();
    const { http } = fakeOutgoing(double);
    const declining: typeof http = async (request) => {
      if (!request.url.endsWith('/capture')) return http(request);
      const text = '{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"INSTRUMENT_DECLINED"}]}';
      return { status: 422, headers: { 'content-type': 'application/json' }, body: Buffer.from(text), text };
    };
    expect(await paypalPayIn.check?.(at(declining), asked)).toMatchObject({ outcome: 'pending' });
  });
});
