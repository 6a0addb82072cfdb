import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import type { RawRequest } from '@/lib/payments/contract/notice';
import { adapterContract } from '@/lib/payments/testing/contract';
import { vector } from '@/lib/payments/testing/vector';
import { robokassa } from '.';
import { robokassaFixture } from './fixtures';
import { paymentState } from './map';
import { readNotice } from './notice';
import { type RobokassaSettings, robokassaSettings } from './settings';
import { requestSignature, resultSignature, stateSignature, webToken } from './signature';

adapterContract(robokassa, robokassaFixture);

const shp = new Map([
  ['Shp_user', '42'],
  ['Shp_order', 'A-77'],
]);
const asked = { login: 'demoshop', outSum: '1500.00', invId: '1001', password1: 'p1secret' };

describe('Robokassa signs as the vectors say', () => {
  it.each(['md5', 'ripemd160', 'sha1', 'sha256', 'sha384', 'sha512'] as const)('requests by %s', (hash) =>
    expect(requestSignature(hash, { ...asked, shp })).toBe(vector(`rk-req-${hash}`).expected),
  );

  it('requests with extras, in their places', () => {
    expect(requestSignature('md5', { ...asked, invId: '' })).toBe(vector('rk-req-noinv').expected);
    const usd = { ...asked, outSum: '20.00', invId: '1002', extras: ['USD'] };
    expect(requestSignature('md5', usd)).toBe(vector('rk-req-usd').expected);
    const hold = { ...asked, outSum: '15.00', invId: '1004', extras: ['true'] };
    expect(requestSignature('md5', hold)).toBe(vector('rk-req-hold').expected);
    const receipt = vector('rk-req-receipt').input.split(':')[3] ?? '';
    const withReceipt = { ...asked, outSum: '15.00', invId: '1003', extras: [receipt] };
    expect(requestSignature('md5', withReceipt)).toBe(vector('rk-req-receipt').expected);
  });

  it('the published examples', () => {
    const old = new Map([
      ['shpparam2', 'None'],
      ['shpparam1', 'None'],
    ]);
    const request = {
      login: 'test_login',
      outSum: '100.0',
      invId: '58',
      password1: 'test_password',
      shp: old,
    };
    expect(requestSignature('md5', request).toUpperCase()).toBe(vector('rk-req-doc').expected);
    const notice = {
      outSum: '100',
      invId: '58',
      password: 'test_password2',
      shp: new Map([...old, ['shpparam1', 'Vasia']]),
    };
    expect(resultSignature('md5', notice).toUpperCase()).toBe(vector('rk-result-doc').expected);
  });

  it('results, states and tokens', () => {
    const result = { outSum: '1500.000000', invId: '1001', shp };
    for (const hash of ['md5', 'sha256'] as const)
      expect(resultSignature(hash, { ...result, password: 'p2secret' }).toUpperCase()).toBe(
        vector(`rk-result-${hash}`).expected,
      );
    expect(resultSignature('md5', { ...result, password: 'p1secret' })).toBe(
      vector('rk-success-md5').expected,
    );
    expect(stateSignature('md5', 'demoshop', '1001', 'p2secret')).toBe(vector('rk-opstate-md5').expected);
    for (const [id, hash, key] of [
      ['rk-refund-jwt', 'sha256', 'p3secret'],
      ['rk-invoice-jwt', 'md5', 'demoshop:p1secret'],
    ] as const) {
      const [header = '', payload = ''] = vector(id)
        .input.split('.')
        .map((part) => Buffer.from(part, 'base64url').toString());
      expect(webToken(header, payload, hash, key)).toBe(`${vector(id).input}.${vector(id).expected}`);
    }
  });
});

const settings = robokassaSettings.parse({
  merchantLogin: 'demoshop',
  password1: 'p1secret',
  password2: 'p2secret',
  testPassword1: 't1',
  testPassword2: 't2',
});

function at(testMode = false, changed: Partial<RobokassaSettings> = {}): At<RobokassaSettings> {
  return {
    settings: { ...settings, ...changed },
    testMode,
    http: () => Promise.reject(new Error('nobody is to be called')),
    now: () => new Date('2026-09-01T12:00:00Z'),
    officeUrl: 'https://office.test',
  };
}

function post(body: string): RawRequest {
  return {
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body),
    ip: '185.59.216.65',
  };
}

const published = `OutSum=1500.000000&InvId=1001&Shp_order=A-77&Shp_user=42&SignatureValue=${vector('rk-result-md5').expected}`;

describe('a notice of Robokassa', () => {
  it('is read from the string that was signed and answered with its number', () => {
    const reading = readNotice(at(), post(published));
    expect(reading).toMatchObject({
      verdict: 'accepted',
      event: { by: { number: 1001 }, answer: { outcome: 'settled', amount: '1500.00', asset: 'RUB' } },
      answer: { status: 200, body: 'OK1001' },
    });
  });

  it('comes by GET as well', () => {
    const request = { ...post(''), method: 'GET', query: published };
    expect(readNotice(at(), request)).toMatchObject({ verdict: 'accepted' });
  });

  it.each([
    ['another sum', published.replace('1500.000000', '1500.00'), 'bad_signature'],
    ['another number', published.replace('1001', '1002'), 'bad_signature'],
    ['a foreign parameter of the shop', `${published}&shp_x=1`, 'bad_signature'],
    ['no signature', published.replace(/&SignatureValue.*/, ''), 'no_signature'],
    ['an empty signature', published.replace(/(SignatureValue=).*/, '$1'), 'no_signature'],
    ['two sums', `${published}&OutSum=1.00`, 'malformed'],
    ['a sum in a list', published.replace('OutSum=', 'OutSum[]='), 'malformed'],
    ['a number with a sign', published.replace('InvId=1001', 'InvId=%2B1001'), 'malformed'],
  ])('with %s is refused', (_, body, why) =>
    expect(readNotice(at(), post(body))).toMatchObject({ verdict: 'refused', why }),
  );

  it('of a test is none of a live shop, and the other way round', () => {
    const sum = { outSum: '15.00', invId: '7' };
    const test = `OutSum=15.00&InvId=7&SignatureValue=${resultSignature('md5', { ...sum, password: 't2' })}`;
    const live = `OutSum=15.00&InvId=7&SignatureValue=${resultSignature('md5', { ...sum, password: 'p2secret' })}`;
    expect(readNotice(at(), post(test))).toMatchObject({ why: 'test_notice' });
    expect(readNotice(at(), post(`${live}&IsTest=1`))).toMatchObject({ why: 'test_notice' });
    expect(readNotice(at(true), post(test))).toMatchObject({ verdict: 'accepted' });
    expect(readNotice(at(true), post(live))).toMatchObject({ why: 'bad_signature' });
    expect(readNotice(at(true, { testPassword2: '' }), post(test))).toMatchObject({ why: 'bad_signature' });
  });

  it('with a signed sum that is no plain decimal is refused', () => {
    for (const outSum of ['15,00', '1.5e1', '+15.00', '15.001', '１５.00']) {
      const signature = resultSignature('md5', { outSum, invId: '7', password: 'p2secret' });
      const body = `OutSum=${encodeURIComponent(outSum)}&InvId=7&SignatureValue=${signature}`;
      expect(readNotice(at(), post(body)), outSum).toMatchObject({ why: 'malformed' });
    }
  });
});

describe('a state of Robokassa', () => {
  const state = (result: string, code: string) =>
    `<?xml version="1.0" encoding="utf-8"?><OperationStateResponse xmlns="http://merchant.roboxchange.com/WebService/"><Result><Code>${result}</Code></Result><State><Code>${code}</Code></State><Info><OutSum>1500.000000</OutSum><OpKey>key-1</OpKey></Info></OperationStateResponse>`;

  it.each([
    ['0', '100', 'settled'],
    ['0', '50', 'pending'],
    ['0', '5', 'pending'],
    ['0', '10', 'refused'],
    ['0', '60', 'refused'],
    ['0', '77', 'unknown'],
    ['3', '', 'pending'],
    ['1', '', 'unknown'],
  ])('result %s, state %s is %s', (result, code, outcome) =>
    expect(paymentState(state(result, code), 'RUB').outcome).toBe(outcome),
  );

  it('is unknown where the answer is senseless or carries entities', () => {
    expect(paymentState('<html>busy</html>', 'RUB').outcome).toBe('unknown');
    expect(paymentState(`<!DOCTYPE a [<!ENTITY x "1">]>${state('0', '100')}`, 'RUB').outcome).toBe('unknown');
  });
});
