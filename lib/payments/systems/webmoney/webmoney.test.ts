import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { webmoney } from '@/lib/payments/systems/webmoney';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import {
  formRequest,
  sampleNow,
  sampleOffice,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { webmoneyDouble } from '@/scripts/doubles/systems/webmoney';
import { noticeFields, signedNotice, webmoneyFixture } from './fixtures';
import { inMoscow, moscowTime, moved } from './map';
import { preRequest, readNotice } from './notice';
import { payOut } from './payout';
import { webmoneySample } from './sample';
import { type WebmoneySettings, webmoneySettings } from './settings';
import { formSignature, noticeHash, noticeHash2, stateSignature } from './signature';

adapterContract(webmoney, webmoneyFixture);

function at(over: Partial<At<WebmoneySettings>> = {}): At<WebmoneySettings> {
  return {
    settings: webmoneySettings.parse(webmoneySample),
    testMode: false,
    http: fakeOutgoing(undefined).http,
    now: () => sampleNow,
    officeUrl: sampleOffice,
    ...over,
  };
}

const names = [
  'PAYEE_PURSE',
  'PAYMENT_AMOUNT',
  'PAYMENT_NO',
  'MODE',
  'SYS_INVS_NO',
  'SYS_TRANS_NO',
  'SYS_TRANS_DATE',
];
function fields(values: string[], purse: string, wmid: string) {
  const signed: [string, string][] = names.map((name, place) => [`LMI_${name}`, values[place] ?? '']);
  return new Map([...signed, ['LMI_PAYER_PURSE', purse], ['LMI_PAYER_WM', wmid]]);
}

describe('WebMoney signs as the vectors say', () => {
  const published = (mode: string) =>
    fields(
      ['Z123428476799', '14.65', '1444212666', mode, '897', '892', '20151007 13:07:36'],
      'Z366393600555',
      '404521188333',
    );
  const computed = fields(
    ['Z123456789012', '10.50', '7001', '0', '900000001', '800000002', '20260901 15:00:00'],
    'Z999999999999',
    '123456789012',
  );

  it('LMI_HASH, published', () => {
    expect(noticeHash(published('1'), '226778888', 'sha256')).toBe(vector('wm-hash-sha256-doc').expected);
    expect(noticeHash(published('1'), '226778888', 'md5')).toBe(vector('wm-hash-md5-doc').expected);
    expect(noticeHash(published('0'), '226778888', 'sha256')).toBe(
      vector('wm-hash-sha256-mode0-doc').expected,
    );
  });

  it('LMI_HASH and LMI_HASH2', () => {
    expect(noticeHash(computed, 'wm-secret', 'sha256')).toBe(vector('wm-hash').expected);
    expect(noticeHash(computed, 'wm-secret', 'md5')).toBe(vector('wm-hash-md5').expected);
    expect(noticeHash2(computed, 'wm-secret')).toBe(vector('wm-hash2').expected);
  });

  it('the form and X18', () => {
    const form = { purse: 'Z123456789012', amount: '10.50', number: '7001', secret: 'x20-secret' };
    expect(formSignature(form)).toBe(vector('wm-formsign').expected);
    expect(stateSignature('405002833238', 'Z123456789012', '7001', 'wm-secret')).toBe(
      vector('wm-x18-sha256').expected,
    );
  });
});

describe('a pre-request', () => {
  const question = (over: Record<string, string> = {}) =>
    formRequest({
      LMI_PREREQUEST: '1',
      LMI_MODE: '0',
      LMI_PAYEE_PURSE: webmoneySample.purse,
      LMI_PAYMENT_AMOUNT: '1500.00',
      LMI_PAYMENT_NO: '1001',
      LMI_PAYER_WM: '123456789012',
      LMI_PAYER_PURSE: 'Z999999999999',
      ...over,
    });

  it('is told from a notice before anything is verified', () => {
    expect(preRequest.read(at(), question())).toEqual({
      by: { number: 1001 },
      amount: '1500.00',
      asset: 'USD',
      payer: { account: 'Z999999999999' },
    });
    expect(preRequest.read(at(), signedNotice(noticeFields()))).toBeNull();
    expect(readNotice(at(), question())).toMatchObject({ verdict: 'refused' });
  });

  it.each([
    [{ LMI_PAYEE_PURSE: 'Z000000000009' }],
    [{ LMI_PAYMENT_AMOUNT: '1500,00' }],
    [{ LMI_PAYMENT_NO: '-1' }],
    [{ LMI_MODE: '1' }],
  ] as Record<string, string>[][])('with %j is none to be allowed', (over) =>
    expect(preRequest.read(at(), question(over))).toBe('malformed'),
  );

  it('is answered YES, or by words that are no YES', () => {
    expect(preRequest.allow.body).toBe('YES');
    expect(preRequest.refuse('This order is closed').body).toBe('This order is closed');
    expect(preRequest.refuse('yes').body).not.toMatch(/^yes$/i);
  });
});

describe('a notice of WebMoney', () => {
  it('names the payer’s purse and the moment in Moscow', () =>
    expect(readNotice(at(), signedNotice(noticeFields()))).toMatchObject({
      event: { answer: { payer: { account: 'Z999999999999' }, paidAt: new Date('2026-09-01T12:00:00Z') } },
    }));

  it('with a hold signs it, and the weaker hash is believed only where the office chose it', () => {
    const held = noticeFields({ LMI_HOLD: '5' });
    expect(readNotice(at(), signedNotice(held))).toMatchObject({ verdict: 'accepted' });
    const LMI_HASH = noticeHash(new Map(Object.entries(noticeFields())), webmoneySample.secretKey, 'sha256');
    const old = formRequest({ ...noticeFields(), LMI_HASH });
    expect(readNotice(at(), old)).toMatchObject({ why: 'no_signature' });
    const settings = webmoneySettings.parse({ ...webmoneySample, signature: 'sha256' });
    expect(readNotice(at({ settings }), old)).toMatchObject({ verdict: 'accepted' });
  });

  it('is read though our own words come back in windows-1251', () => {
    const { body, ...request } = signedNotice(noticeFields());
    const words = [...iconv.encode('Заявка №1', 'win1251')].map((byte) => `%${byte.toString(16)}`).join('');
    const echoed = Buffer.from(`${body}&LMI_PAYMENT_DESC=${words}`);
    expect(readNotice(at(), { ...request, body: echoed })).toMatchObject({ verdict: 'accepted' });
    const cut = Buffer.from(`${body}&LMI_PAYMENT_DESC=${words}%C`);
    expect(readNotice(at(), { ...request, body: cut })).toMatchObject({ why: 'malformed' });
  });

  it('of real money is none of a connection in test mode', () => {
    expect(readNotice(at({ testMode: true }), signedNotice(noticeFields()))).toMatchObject({
      why: 'wrong_shop',
    });
    const trial = signedNotice(noticeFields({ LMI_MODE: '1' }));
    expect(readNotice(at({ testMode: true }), trial)).toMatchObject({ verdict: 'accepted' });
  });

  it('of a failed payment is not believed', () =>
    expect(readNotice(at(), signedNotice(noticeFields({ LMI_FAILREQUEST: '1' })))).toMatchObject({
      verdict: 'refused',
    }));
});

describe('transfers', () => {
  const payout = samplePayout({
    asset: 'USD',
    destination: { purse: 'Z987654321098' },
    description: 'Заявка №1',
  });

  it('are sent once under one number; the second is no proof of failure', async () => {
    const { http } = fakeOutgoing(webmoneyDouble());
    expect(await payOut.send(at({ http }), payout)).toMatchObject({ outcome: 'settled', fee: '9.60' });
    expect(await payOut.send(at({ http }), payout)).toMatchObject({ outcome: 'unknown' });
    const asked = { ...payout, externalId: null, facts: {}, sentAt: sampleNow };
    expect(await payOut.check(at({ http }), asked)).toMatchObject({ outcome: 'settled' });
    expect(await payOut.check(at({ http }), { ...asked, amount: '1.00' })).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('speak windows-1251, with the certificate, and nothing in a text becomes markup', async () => {
    const seen: { body: string; cert: string | undefined }[] = [];
    const double = fakeOutgoing(webmoneyDouble());
    const http: At<WebmoneySettings>['http'] = (request) => {
      seen.push({
        body: iconv.decode(Buffer.from(request.body ?? ''), 'win1251'),
        cert: request.certificate?.cert,
      });
      return double.http(request);
    };
    await payOut.send(at({ http }), { ...payout, description: 'Заявка <b>&</b>' });
    expect(seen[0]?.body).toContain('<desc>Заявка &lt;b&gt;&amp;&lt;/b&gt;</desc>');
    expect(seen[0]?.cert).toContain('BEGIN CERTIFICATE');
  });

  it('do not go to purses of another unit, nor in a test, nor with more decimals than there are', async () => {
    for (const over of [
      { destination: { purse: 'E987654321098' } },
      { asset: 'EUR' },
      { amount: '1.001' },
    ] as Partial<typeof payout>[])
      expect((await payOut.send(at(), { ...payout, ...over })).outcome).toBe('refused');
    expect((await payOut.send(at({ testMode: true }), payout)).outcome).toBe('refused');
  });

  it.each([
    ['17', 'refused'],
    ['103', 'unknown'],
    ['-100', 'unknown'],
    ['0', 'unknown'],
    ['', 'unknown'],
  ])('answered with %s are %s', (retval, outcome) => expect(moved('X2', { retval }).outcome).toBe(outcome));
});

describe('the test of a connection', () => {
  const probe = (over: Partial<WebmoneySettings>) => {
    const settings = webmoneySettings.parse({ ...webmoneySample, ...over });
    return webmoney.probe?.(at({ settings, http: fakeOutgoing(webmoneyDouble()).http }));
  };

  it('asks by the certificate, else by X18, else nothing', async () => {
    expect(await probe({})).toEqual({ outcome: 'settled' });
    expect(await probe({ wmid: '405002833239' })).toMatchObject({ outcome: 'unknown' });
    const bare = { certificate: '', certificateKey: '' };
    expect(await probe(bare)).toEqual({ outcome: 'settled' });
    expect(await probe({ ...bare, secretKey: 'another' })).toMatchObject({ outcome: 'unknown' });
    expect(await probe({ ...bare, wmid: '' })).toEqual({ outcome: 'nothing_to_ask' });
  });
});

describe('the form', () => {
  it('takes USDT with two decimals and nothing finer', async () => {
    const settings = webmoneySettings.parse({ ...webmoneySample, purse: 'T123456789012' });
    const start = (amount: string) =>
      webmoney.payIn?.start(at({ settings }), samplePayment({ asset: 'USDT', amount }));
    expect(await start('10.500000')).toMatchObject({ step: { fields: { LMI_PAYMENT_AMOUNT: '10.50' } } });
    expect(await start('10.500001')).toMatchObject({ outcome: 'refused' });
  });

  it('knows Moscow’s time both ways', () => {
    expect(inMoscow(sampleNow)).toBe('20260901 15:00:00');
    expect(moscowTime('20260901 15:00:00')).toEqual(sampleNow);
    expect(moscowTime('yesterday')).toBeNull();
  });
});
