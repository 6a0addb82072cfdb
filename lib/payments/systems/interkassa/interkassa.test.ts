import { describe, expect, test } from 'vitest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { formRequest, sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { interkassaDouble } from '@/scripts/doubles/systems/interkassa';
import { interkassa } from '.';
import { interkassaFixture, noticeFields, signedNotice } from './fixtures';
import { invoiceAnswer, withdrawalAnswer } from './map';
import { readInterkassaNotice } from './notice';
import { interkassaPayIn } from './pay-in';
import { interkassaPayOut } from './pay-out';
import { interkassaSettings } from './settings';
import { ikSignature } from './signature';

adapterContract(interkassa, interkassaFixture);

const at = (
  over: Record<string, string> = {},
  testMode = false,
  http = fakeOutgoing(interkassaDouble()).http,
) => ({
  settings: interkassaSettings.parse({ ...interkassaFixture.settings, ...over }),
  testMode,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});
const read = (fields: Record<string, string>, key?: string) =>
  readInterkassaNotice(at(), signedNotice(fields, key));

describe('signatures of Interkassa', () => {
  test('vector ik-official: fields within a field are sorted in their place', () => {
    const fields = {
      ik_co_id: '5ee0c9ccc3f73b75f5236a99',
      ik_pm_no: 'ID_4233',
      ik_am: '10.06',
      ik_cur: 'UAH',
      ik_desc: 'test',
      ik_payway_fields: { zields: '3rd', field: '2nd', af: '1st' },
      ik_sign: 'not part of it',
      other: 'nor this',
    };
    expect(ikSignature(fields, 'IAzk63hCGbgZHuix', 'sha256')).toBe(vector('ik-official').expected);
  });

  test('vectors ik-sdk-md5 and ik-sdk-sha256', () => {
    const fields = { ik_desc: 'Test', ik_cur: 'UAH', ik_am: '20' };
    expect(ikSignature(fields, 'secret', 'md5')).toBe(vector('ik-sdk-md5').expected);
    expect(ikSignature(fields, 'secret', 'sha256')).toBe(vector('ik-sdk-sha256').expected);
  });

  test('vector ik-callback: a trial, signed with the test key', () => {
    const { input, expected } = vector('ik-callback');
    const values = input
      .replaceAll(/(\d\d):(\d\d):(\d\d)/g, '$1;$2;$3')
      .split(':')
      .map((v) => v.replaceAll(';', ':'));
    const names =
      'ik_am ik_co_id ik_co_prs_id ik_co_rfn ik_cur ik_desc ik_inv_crt ik_inv_id ik_inv_prc ik_inv_st ik_pm_no ik_ps_price ik_pw_via ik_trn_id';
    const fields = Object.fromEntries(names.split(' ').map((name, index) => [name, values[index] ?? '']));
    expect(ikSignature(fields, 'ik-test-key', 'md5')).toBe(expected);
    const reading = readInterkassaNotice(
      at({ hash: 'md5' }, true),
      formRequest({ ...fields, ik_sign: expected }),
    );
    expect(reading).toMatchObject({
      verdict: 'accepted',
      event: {
        by: { paymentId: 'ORD-1' },
        answer: { outcome: 'settled', amount: '100.00', credited: '97.00' },
      },
    });
  });

  test('the test key signs no live payment, and the live key no trial', () => {
    expect(read(noticeFields(), 'ik-test-key')).toMatchObject({ why: 'bad_signature' });
    const trial = noticeFields({ ik_pw_via: 'test_interkassa_test_xts' });
    expect(read(trial)).toMatchObject({ why: 'bad_signature' });
    expect(read(trial, 'ik-test-key')).toMatchObject({ why: 'test_notice' });
    expect(readInterkassaNotice(at({}, true), signedNotice(noticeFields()))).toMatchObject({
      why: 'wrong_shop',
    });
    expect(readInterkassaNotice(at({ testKey: '' }), signedNotice(trial, ''))).toMatchObject({
      why: 'test_notice',
    });
  });

  test('a signature in other letters is another one', () => {
    const fields = noticeFields();
    const ik_sign = ikSignature(fields, 'ik-secret-key', 'sha256').toLowerCase();
    expect(readInterkassaNotice(at(), formRequest({ ...fields, ik_sign }))).toMatchObject({
      why: 'bad_signature',
    });
  });
});

describe('what Interkassa says', () => {
  test('states', () => {
    for (const [state, outcome] of [
      ['success', 'settled'],
      ['waitAccept', 'pending'],
      ['canceled', 'refused'],
      ['x', 'unknown'],
    ] as const)
      expect(read(noticeFields({ ik_inv_st: state }))).toMatchObject({ event: { answer: { outcome } } });
  });

  test('the old name of the rouble is ours', () => {
    expect(read(noticeFields({ ik_cur: 'RUR' }))).toMatchObject({ event: { answer: { asset: 'RUB' } } });
  });

  test('fields within fields are not understood, and refused', () => {
    const request = signedNotice(noticeFields());
    const body = Buffer.from(`${request.body.toString()}&ik_x%5Ba%5D=1`);
    expect(readInterkassaNotice(at(), { ...request, body })).toMatchObject({ why: 'malformed' });
  });

  test('an invoice whose fields are not the expected ones is not believed', () => {
    const data = {
      id: '1',
      coId: 'c',
      paymentNo: 'p',
      coAmount: '1',
      currencyCode: 'UAH',
      stateName: 'success',
    };
    expect(invoiceAnswer(data, 'p', 'c')).toMatchObject({ outcome: 'settled', amount: '1.00' });
    for (const name of Object.keys(data))
      expect(invoiceAnswer({ ...data, [name]: 'other' }, 'p', 'c').outcome === 'settled', name).toBe(
        name === 'id' || name === 'currencyCode',
      );
    expect(withdrawalAnswer({ stateName: 'hold' }, '1').outcome).toBe('unknown');
  });

  test('in a trial the form names the test payway and is signed with the test key', async () => {
    const started = await interkassaPayIn.start(at({}, true), interkassaFixture.payment);
    if (started.outcome !== 'started' || started.step.kind !== 'form') throw new Error('not a form');
    const { ik_sign, ...fields } = started.step.fields;
    expect(fields.ik_pw_via).toBe('test_interkassa_test_xts');
    expect(ik_sign).toBe(ikSignature(fields, 'ik-test-key', 'sha256'));
  });

  test('the double takes the form, and its notice is believed and can be asked about', async () => {
    const double = interkassaDouble();
    const { http } = fakeOutgoing(double);
    const started = await interkassaPayIn.start(at(), interkassaFixture.payment);
    if (started.outcome !== 'started' || started.step.kind !== 'form') throw new Error('not a form');
    await http({
      method: 'POST',
      url: started.step.url,
      body: new URLSearchParams(started.step.fields).toString(),
    });
    const [sent] = (await double.pay?.({ reference: interkassaFixture.payment.paymentId })) ?? [];
    const reading = readInterkassaNotice(
      at(),
      formRequest(Object.fromEntries(new URLSearchParams(sent?.body))),
    );
    expect(reading).toMatchObject({ verdict: 'accepted', event: { answer: { externalId: '27161326' } } });
    const asked = { ...startedPayment(interkassaFixture.payment), externalId: '27161326' };
    expect(await interkassaPayIn.check?.(at({}, false, http), asked)).toMatchObject({
      outcome: 'settled',
      amount: '1500.00',
    });
  });

  test('without an account of the interface, and for a payout in a trial, nobody is called', async () => {
    const { http, calls } = fakeOutgoing(interkassaDouble());
    const { payout } = interkassaFixture;
    if (!payout) throw new Error('no payout');
    expect((await interkassaPayOut.send(at({ apiKey: '' }, false, http), payout)).outcome).toBe('refused');
    expect((await interkassaPayOut.send(at({}, true, http), payout)).outcome).toBe('refused');
    expect(calls()).toBe(0);
  });

  test('what cannot be asked is waited for, and is no failure of the connection', async () => {
    const { http, calls } = fakeOutgoing(interkassaDouble());
    const asked = startedPayment(interkassaFixture.payment);
    expect(await interkassaPayIn.check?.(at({}, false, http), asked)).toEqual({ outcome: 'pending' });
    for (const missing of ['apiUserId', 'apiKey', 'accountId']) {
      const without = at({ [missing]: '' }, false, http);
      expect(await interkassaPayIn.check?.(without, { ...asked, externalId: '27161326' })).toEqual({
        outcome: 'pending',
      });
      expect(await interkassa.probe?.(without)).toEqual({ outcome: 'nothing_to_ask' });
    }
    expect(calls()).toBe(0);
  });
});
