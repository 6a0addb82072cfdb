import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { paymaster } from '@/lib/payments/systems/paymaster';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { formRequest, sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { noticeFields, paymasterFixture, signedNotice } from './fixtures';
import { paymentState, refundState } from './map';
import { preRequest, readNotice } from './notice';
import { paymasterSample } from './sample';
import { assetOf, type PaymasterSettings, paymasterSettings } from './settings';
import { noticeHash, restHash } from './signature';

adapterContract(paymaster, paymasterFixture);

function at(over: Partial<At<PaymasterSettings>> = {}): At<PaymasterSettings> {
  const settings = paymasterSettings.parse(paymasterSample);
  const { http } = fakeOutgoing(undefined);
  return { settings, testMode: false, http, now: () => sampleNow, officeUrl: sampleOffice, ...over };
}

const order = [
  'MERCHANT_ID',
  'PAYMENT_NO',
  'SYS_PAYMENT_ID',
  'SYS_PAYMENT_DATE',
  'PAYMENT_AMOUNT',
  'CURRENCY',
  'PAID_AMOUNT',
  'PAID_CURRENCY',
  'PAYMENT_SYSTEM',
  'SIM_MODE',
];

describe('PayMaster signs as the vectors say', () => {
  it.each([
    ['pmr-sha256-doc1', 'sha256'],
    ['pmr-md5', 'md5'],
    ['pmr-sha1', 'sha1'],
    ['pmr-sha256', 'sha256'],
  ] as const)('%s', (id, hash) => {
    const values = vector(id).input.split(';');
    const fields = new Map(order.map((name, place) => [`LMI_${name}`, values[place] ?? '']));
    // A field that is not sent keeps its place.
    if (fields.get('LMI_SIM_MODE') === '') fields.delete('LMI_SIM_MODE');
    expect(noticeHash(fields, values[10] ?? '', hash)).toBe(vector(id).expected);
  });

  it('calls of the old REST interface', () => {
    expect(restHash('TestLogin', 'TestPass', '74DF1SM', ['1'])).toBe(vector('pmr-rest-get').expected);
    expect(restHash('TestLogin', 'TestPass', 'nonce-1', ['555', '100.00', 'ref-1'])).toBe(
      vector('pmr-rest-refund').expected,
    );
  });
});

describe('a pre-request', () => {
  const question = (over: Record<string, string> = {}) =>
    formRequest({ LMI_PREREQUEST: '1', ...noticeFields(), ...over });

  it('is told from a notice, and refused by anything but YES', () => {
    expect(preRequest.read(at(), question())).toEqual({
      by: { number: 1001 },
      amount: '1500.00',
      asset: 'RUB',
    });
    expect(preRequest.read(at(), signedNotice(noticeFields()))).toBeNull();
    expect(preRequest.read(at(), question({ LMI_MERCHANT_ID: 'x' }))).toBe('malformed');
    expect(preRequest.read(at(), question({ LMI_SIM_MODE: '0' }))).toBe('malformed');
    expect(preRequest.allow.body).toBe('YES');
    expect(preRequest.refuse('Yes').body).not.toMatch(/^yes$/i);
  });

  it('that is signed all the same is no notice', () =>
    expect(readNotice(at(), signedNotice(noticeFields({ LMI_PREREQUEST: '1' })))).toMatchObject({
      verdict: 'refused',
    }));
});

describe('a notice of PayMaster', () => {
  it('may write the currency as a number, and none that the office does not take', () => {
    const read = (LMI_CURRENCY: string) => readNotice(at(), signedNotice(noticeFields({ LMI_CURRENCY })));
    expect(read('643')).toMatchObject({ event: { answer: { asset: 'RUB' } } });
    expect(read('XTS')).toMatchObject({ why: 'wrong_asset' });
    expect([assetOf('RUR'), assetOf('978'), assetOf('toString'), assetOf(undefined)]).toEqual([
      'RUB',
      'EUR',
      null,
      null,
    ]);
  });

  it('of a simulated payment is believed in test mode only', () => {
    const test = signedNotice(noticeFields({ LMI_SIM_MODE: '0' }));
    expect(readNotice(at(), test)).toMatchObject({ why: 'test_notice' });
    expect(readNotice(at({ testMode: true }), test)).toMatchObject({ verdict: 'accepted' });
  });
});

describe('the old REST interface', () => {
  const payment = { PaymentID: '1', SiteInvoiceID: '1001', Amount: '1500', CurrencyCode: 'RUB' };
  const ours = { number: 1001, testMode: false };
  it.each([
    [{ code: '0', told: { Payment: { ...payment, State: 'COMPLETE' } } }, 'settled'],
    [{ code: '0', told: { Payment: { ...payment, State: 'PROCESSING' } } }, 'pending'],
    [{ code: '0', told: { Payment: { ...payment, State: 'CANCELLED' } } }, 'refused'],
    [{ code: '0', told: { Payment: { ...payment, State: 'OTHER' } } }, 'unknown'],
    [{ code: '0', told: { Payment: { ...payment, SiteInvoiceID: '7', State: 'COMPLETE' } } }, 'unknown'],
    [{ code: '0', told: { Payment: { ...payment, IsTestPayment: true, State: 'COMPLETE' } } }, 'unknown'],
    [{ code: '-13', told: {} }, 'pending'],
    [{ code: '-7', told: {} }, 'unknown'],
  ])('%j is %s', (answer, outcome) => expect(paymentState(answer, ours).outcome).toBe(outcome));

  it('refuses refunds only where nothing was begun', () => {
    expect(refundState({ code: '-19', told: {} }).outcome).toBe('refused');
    expect(refundState({ code: '-1', told: {} }).outcome).toBe('unknown');
    expect(refundState({ code: '0', told: { Refund: { RefundID: '9', State: 'EXECUTING' } } }).outcome).toBe(
      'pending',
    );
  });
});
