import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { sber } from '@/lib/payments/systems/sber';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import {
  formRequest,
  sampleNow,
  sampleOffice,
  samplePayment,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { sberDouble } from '@/scripts/doubles/systems/sber';
import { mdOrder, noticeFields, sberFixture, signedNotice } from './fixtures';
import { orderState } from './map';
import { readNotice } from './notice';
import { sberSample } from './sample';
import { type SberSettings, sberSettings } from './settings';
import { checksumMatches, hmacChecksum, rsaMatches, signedText } from './signature';

adapterContract(sber, sberFixture);

function at(over: Partial<SberSettings> = {}, http = fakeOutgoing(undefined).http): At<SberSettings> {
  const settings = sberSettings.parse({ ...sberSample, ...over });
  return { settings, testMode: false, http, now: () => sampleNow, officeUrl: sampleOffice };
}

describe('Sber signs as the vectors say', () => {
  it.each([
    ['sber-hmac-doc', '123456'],
    ['sber-hmac', '150000'],
  ])('%s', (id, amount) => {
    const fields = {
      status: '1',
      operation: 'deposited',
      mdOrder,
      orderNumber: '10747',
      amount,
      sign_alias: 'x',
    };
    const text = signedText(new Map(Object.entries(fields)));
    expect(text).toBe(vector(id).input);
    expect(hmacChecksum(text, vector(id).key ?? '')).toBe(vector(id).expected);
  });

  it('sber-rsa, and not for another amount', () => {
    const { key = '', input, expected } = vector('sber-rsa');
    const fields = new Map([
      ['amount', '35000099'],
      ['mdOrder', '12b59da8-f68f-7c8d-12b5-9da8000826ea'],
      ['operation', 'deposited'],
      ['status', '1'],
    ]);
    expect(signedText(fields)).toBe(input);
    expect(rsaMatches(input, expected, key)).toBe(true);
    expect(rsaMatches(input.replace('35000099', '935000099'), expected, key)).toBe(false);
    const settings = sberSettings.parse({ ...sberSample, checksum: 'rsa', publicKey: key });
    const signed = new Map([...fields, ['checksum', expected]]);
    expect(checksumMatches(signed, settings)).toBe(true);
    expect(checksumMatches(new Map([...signed, ['checksum', `0${expected}`]]), settings)).toBe(false);
    expect(checksumMatches(new Map([...signed, ['checksum', `${expected}zz`]]), settings)).toBe(false);
  });
});

describe('a notice of Sber', () => {
  it('by RSA is believed with the bank’s key only, and never by the other way', () => {
    const bank = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = (pair: typeof bank) => pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const text = signedText(new Map(Object.entries(noticeFields())));
    const checksum = sign('sha512', Buffer.from(text), bank.privateKey).toString('hex').toUpperCase();
    const notice = formRequest({ ...noticeFields(), checksum });
    expect(readNotice(at({ checksum: 'rsa', publicKey: pem(bank) }), notice)).toMatchObject({
      verdict: 'accepted',
    });
    expect(readNotice(at({ checksum: 'rsa', publicKey: pem(other) }), notice)).toMatchObject({
      why: 'bad_signature',
    });
    expect(readNotice(at({ checksum: 'rsa', publicKey: '' }), notice)).toMatchObject({
      why: 'bad_signature',
    });
    expect(readNotice(at(), notice)).toMatchObject({ why: 'bad_signature' });
    // A public key is known to everybody: it is no key of a symmetric checksum.
    const forged = hmacChecksum(text, pem(bank));
    const confused = formRequest({ ...noticeFields(), checksum: forged });
    expect(readNotice(at({ checksum: 'rsa', publicKey: pem(bank) }), confused)).toMatchObject({
      why: 'bad_signature',
    });
  });

  it('comes by GET as well, and without a token none is believed', () => {
    const post = signedNotice(noticeFields());
    const get = { ...post, method: 'GET', query: post.body.toString(), body: Buffer.alloc(0) };
    expect(readNotice(at(), get)).toMatchObject({ verdict: 'accepted' });
    expect(readNotice(at({ callbackToken: '' }), signedNotice(noticeFields(), ''))).toMatchObject({
      why: 'bad_signature',
    });
  });

  it('of money is a hint, with an amount and without; of another operation it is no payment', () => {
    expect(readNotice(at(), signedNotice(noticeFields()))).toMatchObject({
      event: { trust: 'hint', answer: { outcome: 'settled', amount: '1500.00' } },
    });
    const { amount: _, ...silent } = noticeFields();
    expect(readNotice(at(), signedNotice(silent))).toMatchObject({
      event: { trust: 'hint', answer: { outcome: 'pending' } },
    });
    const read = (over: Record<string, string>) => readNotice(at(), signedNotice(noticeFields(over)));
    expect(read({ status: '0' })).toMatchObject({ event: { answer: { outcome: 'pending' } } });
    expect(read({ operation: 'approved' })).toMatchObject({ event: { answer: { outcome: 'pending' } } });
    expect(read({ operation: 'declinedByTimeout' })).toMatchObject({
      event: { answer: { outcome: 'refused' } },
    });
    expect(read({ operation: 'refunded' })).toMatchObject({ verdict: 'accepted', event: null });
  });

  it('of a second attempt belongs to the same payment', () =>
    expect(
      readNotice(at(), signedNotice(noticeFields({ orderNumber: 'pay_0123456789bcdfgh-2' }))),
    ).toMatchObject({
      event: { by: { paymentId: 'pay_0123456789bcdfgh' } },
    }));
});

describe('an order', () => {
  it.each([
    ['0', 'pending'],
    ['1', 'pending'],
    ['2', 'settled'],
    ['3', 'refused'],
    ['4', 'refused'],
    ['5', 'pending'],
    ['6', 'refused'],
    ['8', 'unknown'],
    ['', 'unknown'],
  ])('with status %s is %s', (orderStatus, outcome) => {
    const told = { orderNumber: 'n', orderStatus, amount: '150000', currency: '810' };
    expect(orderState({ code: '0', reason: '', told }, 'n').outcome).toBe(outcome);
    expect(orderState({ code: '0', reason: '', told }, 'other').outcome).toBe('unknown');
  });

  it('whose first answer was lost is registered anew and found whichever was paid', async () => {
    const double = sberDouble();
    const { http } = fakeOutgoing(double);
    const payment = samplePayment();
    await sber.payIn?.start(at({}, http), payment);
    await sber.payIn?.start(at({}, http), payment);
    await double.pay?.({ reference: `${payment.paymentId}-2` });
    const found = await sber.payIn?.check?.(at({}, http), startedPayment(payment));
    expect(found).toMatchObject({ outcome: 'settled', amount: '1500.00', asset: 'RUB' });
  });

  it('goes to the gateway in its own manner', async () => {
    const seen: { url: string; body: string }[] = [];
    const http: At<SberSettings>['http'] = (request) => {
      seen.push({ url: request.url, body: String(request.body) });
      return fakeOutgoing(sberDouble()).http(request);
    };
    await sber.payIn?.start(at({ gateway: 'sber' }, http), samplePayment());
    await sber.payIn?.start(at({ gateway: 'alfa' }, http), samplePayment());
    expect(seen[0]?.url).toBe('https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1/register.do');
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ amount: 150_000, currency: '643' });
    expect(seen[1]?.url).toBe('https://pay.alfabank.ru/payment/rest/register.do');
    expect(seen[1]?.body).toContain('amount=150000&currency=643');
    expect(await sber.payIn?.start(at({ gateway: 'other' }, http), samplePayment())).toMatchObject({
      outcome: 'refused',
    });
  });
});
