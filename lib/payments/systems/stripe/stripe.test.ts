import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { stripe } from '.';
import { signatureProblem, stripeSignature } from './client';
import { completedEvent, sampleTime, signedNotice, stripeFixture } from './fixtures';
import { fromStripeAmount, toStripeAmount } from './map';
import { readStripeNotice } from './notice';
import { stripePayIn } from './pay-in';
import { stripeSettings } from './settings';

adapterContract(stripe, stripeFixture);

const settings = stripeSettings.parse(stripeFixture.settings);
const at = (http = fakeOutgoing(undefined).http, testMode = false) => ({
  settings,
  testMode,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});

describe('signatures of Stripe', () => {
  test('vector stripe-1', () => {
    const { key = '', input, expected } = vector('stripe-1');
    const [time = ''] = input.split('.', 1);
    const body = Buffer.from(input.slice(time.length + 1));
    expect(stripeSignature(time, body, key)).toBe(expected);
    const header = `t=${time},v1=${expected}`;
    expect(signatureProblem(header, body, key, new Date(Number(time) * 1000))).toBeNull();
    expect(signatureProblem(header, body, key, new Date((Number(time) + 301) * 1000))).toBe('stale');
    expect(signatureProblem(`t=${Number(time) + 1},v1=${expected}`, body, key, sampleNow)).toBe(
      'bad_signature',
    );
  });

  test('are those of the official SDK', () => {
    const payload = completedEvent();
    const secret = settings.webhookSecret;
    const header = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret,
      timestamp: Number(sampleTime),
    });
    expect(signatureProblem(header, Buffer.from(payload), secret, sampleNow)).toBeNull();
  });

  test('a secret being rolled signs twice, and either fits', () => {
    const body = Buffer.from(completedEvent());
    const right = stripeSignature(sampleTime, body, settings.webhookSecret);
    const header = `t=${sampleTime},v1=${'0'.repeat(64)},v1=${right},v0=${'1'.repeat(64)}`;
    expect(signatureProblem(header, body, settings.webhookSecret, sampleNow)).toBeNull();
  });

  test('another scheme than v1 is none', () => {
    const body = Buffer.from('{}');
    const right = stripeSignature(sampleTime, body, settings.webhookSecret);
    expect(signatureProblem(`t=${sampleTime},v0=${right}`, body, settings.webhookSecret, sampleNow)).toBe(
      'no_signature',
    );
  });
});

describe('what Stripe says', () => {
  test('amounts go in smallest units, with none for the yen', () => {
    expect(toStripeAmount('1500.00', 'USD')).toBe(150_000);
    expect(toStripeAmount('1500.00', 'JPY')).toBe(1500);
    expect(toStripeAmount('1500.50', 'JPY')).toBeNull();
    expect(fromStripeAmount(1500, 'JPY')).toBe('1500');
    expect(fromStripeAmount(1500.5, 'USD')).toBeNull();
  });

  test('a completed session whose payment is delayed is pending, a failed one is refused', () => {
    const unpaid = signedNotice(completedEvent({ payment_status: 'unpaid', payment_intent: null }));
    expect(readStripeNotice(at(), unpaid)).toMatchObject({ event: { answer: { outcome: 'pending' } } });
    const failed = signedNotice(completedEvent().replace('.completed', '.async_payment_failed'));
    expect(readStripeNotice(at(), failed)).toMatchObject({ event: { answer: { outcome: 'refused' } } });
  });

  test('a session that is none of ours is heard and means nothing', () => {
    const reading = readStripeNotice(at(), signedNotice(completedEvent({ metadata: {} })));
    expect(reading).toMatchObject({ verdict: 'accepted', event: null });
  });

  test('a live notice is not heard by a trial connection', () => {
    expect(readStripeNotice(at(undefined, true), signedNotice(completedEvent()))).toMatchObject({
      why: 'wrong_shop',
    });
  });

  test('a key of the other mode calls nobody', async () => {
    const { http, calls } = fakeOutgoing(stripeFixture.double?.());
    const answer = await stripePayIn.start(at(http, true), stripeFixture.payment);
    expect([answer.outcome, calls()]).toEqual(['refused', 0]);
  });

  test('what reached the office is told by check', async () => {
    const double = stripeFixture.double?.();
    const { http } = fakeOutgoing(double);
    const started = await stripePayIn.start(at(http), stripeFixture.payment);
    await double?.pay?.({ reference: stripeFixture.payment.paymentId });
    const answer = await stripePayIn.check?.(at(http), startedPayment(stripeFixture.payment, started));
    expect(answer).toMatchObject({ outcome: 'settled', amount: '1500.00', credited: '1455.00' });
  });
});
