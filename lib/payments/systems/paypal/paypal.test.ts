import { sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ExactJson } from '@/lib/payments/exact-json';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { paypalHeaders } from '@/scripts/doubles/systems/paypal';
import { paypal } from '.';
import { captureEvent, paypalFixture, webhook } from './fixtures';
import { batchAnswer, orderAnswer, refundAnswer, toPaypalAmount } from './map';
import { readPaypalNotice } from './notice';
import { paypalPayIn } from './pay-in';
import { paypalPayOut } from './pay-out';
import { paypalSettings } from './settings';
import { testCertificate, testKey } from './test-certificate';
import { isPaypalCertUrl, isSigned, signedText, transmissionOf } from './webhook-signature';

adapterContract(paypal, paypalFixture);

const webhookId = '1JE4291016473214C';
const at = (over: Record<string, string> = {}, http = fakeOutgoing(paypalFixture.double?.()).http) => ({
  settings: paypalSettings.parse({ ...paypalFixture.settings, ...over }),
  testMode: false,
  http,
  now: () => new Date('2027-09-01T12:00:00Z'),
  officeUrl: sampleOffice,
});
const transmission = { id: '69cd13f0-d67a-11e5-baa3-778b53f4ae55', time: '2026-09-01T12:00:00Z' };

function signatureOf(body: string): string {
  const text = signedText(transmission, webhookId, Buffer.from(body));
  return sign('RSA-SHA256', Buffer.from(text), testKey).toString('base64');
}

describe('webhooks of PayPal', () => {
  const pinned = { webhookId, webhookCertificate: testCertificate };

  test('vector paypal-1', () => {
    const { input, expected, note = '' } = vector('paypal-1');
    expect(String(crc32(input))).toBe(expected);
    const text = signedText(transmission, webhookId, Buffer.from(input));
    expect(note).toContain(text);
    const read = readPaypalNotice(at(pinned), webhook(input, signatureOf(input)));
    expect(read).toMatchObject({ verdict: 'accepted' });
  });

  test('with the certificate in the settings a wrong signature is refused', () => {
    const body = captureEvent();
    const right = signatureOf(body);
    expect(readPaypalNotice(at(pinned), webhook(body, right))).toMatchObject({ event: { trust: 'hint' } });
    const wrong = [signatureOf(captureEvent({ id: 'WH-2' })), 'A'.repeat(344), right.toLowerCase()];
    for (const signature of wrong)
      expect(readPaypalNotice(at(pinned), webhook(body, signature))).toMatchObject({ why: 'bad_signature' });
    expect(readPaypalNotice(at({ ...pinned, webhookId: 'OTHER' }), webhook(body, right))).toMatchObject({
      why: 'bad_signature',
    });
  });

  test('a certificate out of its time signs nothing', () => {
    const body = captureEvent();
    const sent = transmissionOf(webhook(body, signatureOf(body)));
    if (!sent) throw new Error('no transmission');
    expect(isSigned(sent, pinned, Buffer.from(body), new Date('2199-01-01'))).toBe(false);
    expect(isSigned(sent, pinned, Buffer.from(body), new Date('2001-01-01'))).toBe(false);
    expect(isSigned(sent, { ...pinned, webhookCertificate: 'x' }, Buffer.from(body), sampleNow)).toBe(false);
  });

  test.each([
    'http://api.paypal.com/v1/notifications/certs/a',
    'https://api.paypal.com.evil.example/v1/notifications/certs/a',
    'https://evil.example/api.paypal.com/v1/notifications/certs/a',
    'https://api.paypal.com@evil.example/v1/notifications/certs/a',
    'https://api.paypal.com:8443/v1/notifications/certs/a',
    'https://api.paypal.com/other/a',
    'https://api.paypal.com/v1/notifications/certs/../../x',
    'not a url',
  ])('%s is no certificate of PayPal', (url) => {
    expect(isPaypalCertUrl(url)).toBe(false);
    const request = webhook(captureEvent());
    const headers = { ...paypalHeaders('A'.repeat(344)), 'paypal-cert-url': url };
    expect(readPaypalNotice(at(), { ...request, headers })).toMatchObject({ why: 'no_signature' });
  });

  test('the sandbox is not heard by a live connection', () => {
    const request = webhook(captureEvent());
    const certUrl = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1';
    const sandbox = { ...request, headers: { ...request.headers, 'paypal-cert-url': certUrl } };
    expect(readPaypalNotice(at(), sandbox)).toMatchObject({ why: 'test_notice' });
    expect(readPaypalNotice({ ...at(), testMode: true }, sandbox)).toMatchObject({ verdict: 'accepted' });
  });

  test('an approved order, a refund and a paid item are hints', () => {
    const read = (event_type: string, resource: unknown) =>
      readPaypalNotice(at(), webhook(captureEvent({ event_type, resource })));
    expect(read('CHECKOUT.ORDER.APPROVED', { id: '5O1' })).toMatchObject({
      event: { by: { externalId: '5O1' } },
    });
    expect(read('PAYMENT.CAPTURE.REFUNDED', { id: '1R1' })).toMatchObject({ event: { about: 'refund' } });
    const item = { payout_item: { sender_item_id: 'pot_1' } };
    expect(read('PAYMENT.PAYOUTS-ITEM.SUCCEEDED', item)).toMatchObject({
      event: { by: { payoutId: 'pot_1' } },
    });
    expect(read('BILLING.PLAN.CREATED', { id: 'P-1' })).toMatchObject({ event: null });
  });
});

describe('what PayPal says', () => {
  const order = (status: string, capture?: { [key: string]: ExactJson }) => ({
    id: '5O1',
    status,
    purchase_units: [{ custom_id: 'pay_1', payments: { captures: capture ? [capture] : [] } }],
  });
  const capture = { id: '3C1', status: 'COMPLETED', amount: { currency_code: 'USD', value: '10.00' } };

  test('a capture that waits is pending, a declined one is refused', () => {
    expect(orderAnswer(order('COMPLETED', capture), 'pay_1')).toMatchObject({
      outcome: 'settled',
      amount: '10.00',
    });
    for (const [status, outcome] of [
      ['PENDING', 'pending'],
      ['DECLINED', 'refused'],
      ['REFUNDED', 'unknown'],
    ] as const)
      expect(orderAnswer(order('COMPLETED', { ...capture, status }), 'pay_1')).toMatchObject({ outcome });
  });

  test('an order of another payment is not believed', () => {
    expect(orderAnswer(order('COMPLETED', capture), 'pay_2')).toMatchObject({ outcome: 'unknown' });
  });

  test('amounts have the decimals that PayPal takes', () => {
    expect(toPaypalAmount('1500.00', 'JPY')).toBe('1500');
    expect(toPaypalAmount('1500.50', 'JPY')).toBeNull();
    expect(toPaypalAmount('1500.5', 'USD')).toBe('1500.50');
  });

  test('who paid, what is left and what to refund by are told', async () => {
    const double = paypalFixture.double?.();
    const { http } = fakeOutgoing(double);
    const started = await paypalPayIn.start(at({}, http), paypalFixture.payment);
    await double?.pay?.({ reference: paypalFixture.payment.paymentId });
    const answer = await paypalPayIn.check?.(at({}, http), startedPayment(paypalFixture.payment, started));
    expect(answer).toMatchObject({
      outcome: 'settled',
      credited: '1440.00',
      payer: { account: 'buyer@kantor.test', name: 'Jane Buyer' },
      facts: { capture_id: '3C000000000000001' },
    });
  });

  test('a payout is found by the batch that a webhook told, if it is ours', async () => {
    const { http } = fakeOutgoing(paypalFixture.double?.());
    const { payout } = paypalFixture;
    if (!payout) throw new Error('no payout');
    const sent = await paypalPayOut.send(at({}, http), payout);
    const externalId = 'externalId' in sent ? (sent.externalId ?? null) : null;
    const item = { payout_batch_id: externalId, payout_item: { sender_item_id: payout.payoutId } };
    const body = captureEvent({ event_type: 'PAYMENT.PAYOUTS-ITEM.SUCCEEDED', resource: item });
    expect(readPaypalNotice(at(), webhook(body))).toMatchObject({ event: { answer: { externalId } } });
    const asked = { ...payout, externalId, facts: {}, sentAt: sampleNow, hinted: true };
    expect(await paypalPayOut.check(at({}, http), asked)).toMatchObject({ outcome: 'settled' });
    const other = { ...asked, payoutId: 'pot_1123456789bcdfgh' };
    expect(await paypalPayOut.check(at({}, http), other)).toMatchObject({ outcome: 'unknown' });
  });

  test('items that wait are pending, those that came back are refused', () => {
    const batch = (transaction_status: string) => ({
      batch_header: { payout_batch_id: 'B1', batch_status: 'SUCCESS' },
      items: [{ transaction_status, payout_item: { sender_item_id: 'pot_1' } }],
    });
    expect(batchAnswer(batch('UNCLAIMED'), 'pot_1', 'USD').outcome).toBe('pending');
    expect(batchAnswer(batch('RETURNED'), 'pot_1', 'USD').outcome).toBe('refused');
    expect(batchAnswer(batch('SUCCESS'), 'pot_2', 'USD').outcome).toBe('pending');
    expect(refundAnswer({ id: '1R1', status: 'CANCELLED' }).outcome).toBe('refused');
  });
});
