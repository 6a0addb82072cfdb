import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { tbank } from '@/lib/payments/systems/tbank';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import {
  jsonRequest,
  sampleNow,
  sampleOffice,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { tbankDouble } from '@/scripts/doubles/systems/tbank';
import { noticeFields, signedNotice, tbankFixture } from './fixtures';
import { orderState, paymentState } from './map';
import { readNotice } from './notice';
import { tbankSample } from './sample';
import { type TbankSettings, tbankSettings } from './settings';
import { tokenOf } from './signature';

adapterContract(tbank, tbankFixture);

function at(over: Partial<At<TbankSettings>> = {}): At<TbankSettings> {
  return {
    settings: tbankSettings.parse(tbankSample),
    testMode: false,
    http: fakeOutgoing(undefined).http,
    now: () => sampleNow,
    officeUrl: sampleOffice,
    ...over,
  };
}

describe('T-Bank signs as the vectors say', () => {
  it('Init, published', () =>
    expect(
      tokenOf(
        {
          TerminalKey: 'MerchantTerminalKey',
          Amount: 19200,
          OrderId: '00000',
          Description: 'Подарочная карта на 1000 рублей',
          DATA: { Phone: '+71234567890' },
          Receipt: { Items: [] },
        },
        '11111111111111',
      ),
    ).toBe(vector('tb-doc-2026').expected));

  it('a notice and GetState', () => {
    const notice = {
      TerminalKey: '1234567890DEMO',
      OrderId: '000000',
      Success: true,
      Status: 'AUTHORIZED',
      PaymentId: '0000000000000',
      ErrorCode: '0',
      Amount: '1111',
      CardId: '000000',
      Pan: '200000******0000',
      ExpDate: '1111',
    };
    const { input, expected } = vector('tb-notification');
    expect(input).toContain('AUTHORIZEDtrue1234567890DEMO');
    expect(tokenOf(notice, '11111111111')).toBe(expected);
    expect(tokenOf({ TerminalKey: '1234567890DEMO', PaymentId: '13660' }, 'tb-password')).toBe(
      vector('tb-getstate').expected,
    );
  });
});

describe('a notice of T-Bank', () => {
  it('is verified over the numbers as they were sent', () => {
    const fields = noticeFields({ RebillId: '9007199254740993' });
    const body = signedNotice(fields).body.toString().replace('"9007199254740993"', '9007199254740993');
    expect(readNotice(at(), jsonRequest(body))).toMatchObject({ verdict: 'accepted' });
  });

  it('that is not the last one is pending, a refusal is a refusal, a refund is none of a payment', () => {
    const read = (Status: string, Success = true) =>
      readNotice(at(), signedNotice(noticeFields({ Status, Success })));
    expect(read('AUTHORIZED')).toMatchObject({
      event: { answer: { outcome: 'pending' }, eventKey: '13660:AUTHORIZED' },
    });
    expect(read('REJECTED', false)).toMatchObject({ event: { answer: { outcome: 'refused' } } });
    expect(read('REFUNDED')).toMatchObject({ verdict: 'accepted', event: null });
    expect(read('PARTIAL_REFUNDED')).toMatchObject({ verdict: 'accepted', event: null });
  });

  it('of a DEMO terminal is no live one', () => {
    const settings = tbankSettings.parse({ ...tbankSample, terminalKey: '1700000000001DEMO' });
    const notice = signedNotice(noticeFields({ TerminalKey: '1700000000001DEMO' }));
    expect(readNotice(at({ settings }), notice)).toMatchObject({ why: 'test_notice' });
    expect(readNotice(at({ settings, testMode: true }), notice)).toMatchObject({ verdict: 'accepted' });
  });

  it('whose amount is no whole number of kopecks is refused', () => {
    for (const Amount of ['1500.00', 1500.5, -150_000, '150 000', '１５００００'])
      expect(readNotice(at(), signedNotice(noticeFields({ Amount }))), String(Amount)).toMatchObject({
        why: 'malformed',
      });
  });
});

describe('an order at the bank', () => {
  const one = (Status: string, PaymentId = '1') => ({ PaymentId, Status, Amount: '150000' });

  it('is paid where one of its payments is', () => {
    const order = { OrderId: 'pay_1', Payments: [one('REJECTED'), one('NEW', '2'), one('CONFIRMED', '3')] };
    expect(orderState(order, 'pay_1')).toMatchObject({
      outcome: 'settled',
      externalId: '3',
      amount: '1500.00',
    });
    expect(orderState({ ...order, Payments: [one('REJECTED'), one('NEW', '2')] }, 'pay_1').outcome).toBe(
      'pending',
    );
    expect(orderState({ ...order, Payments: [one('DEADLINE_EXPIRED')] }, 'pay_1').outcome).toBe('refused');
    expect(orderState(order, 'pay_2').outcome).toBe('unknown');
  });

  it('in a state that nobody knows is unknown', () => {
    expect(paymentState(one('SOMETHING_NEW')).outcome).toBe('unknown');
    expect(paymentState(one('PARTIAL_REFUNDED')).outcome).toBe('unknown');
  });
});

describe('ways to pay', () => {
  it('by SBP is a code with its link', async () => {
    const settings = tbankSettings.parse({ ...tbankSample, payBy: 'sbp' });
    const { http } = fakeOutgoing(tbankDouble());
    expect(await tbank.payIn?.start(at({ settings, http }), samplePayment())).toMatchObject({
      step: { kind: 'qr', qr: 'https://qr.nspk.ru/AS7000001', url: 'https://qr.nspk.ru/AS7000001' },
    });
  });

  it('a DEMO terminal takes nothing live', async () => {
    const settings = tbankSettings.parse({ ...tbankSample, terminalKey: '1700000000001DEMO' });
    expect(await tbank.payIn?.start(at({ settings }), samplePayment())).toMatchObject({ outcome: 'refused' });
  });

  it('a terminal of real money takes nothing in a test, but at the test host', async () => {
    const { http } = fakeOutgoing(tbankDouble());
    const start = (testHost: 'live' | 'test') =>
      tbank.payIn?.start(
        at({ settings: tbankSettings.parse({ ...tbankSample, testHost }), testMode: true, http }),
        samplePayment(),
      );
    expect(await start('live')).toMatchObject({ outcome: 'refused' });
    expect(await start('test')).toMatchObject({ outcome: 'started' });
  });
});

it('one refund is given once, and parts add up', async () => {
  const double = tbankDouble();
  const { http } = fakeOutgoing(double);
  const payment = samplePayment();
  await tbank.payIn?.start(at({ http }), payment);
  await double.pay?.({ reference: payment.paymentId });
  const paid = { ...startedPayment(payment), externalId: '7000001' };
  const part = sampleRefund(paid, { amount: '500.00' });
  const first = await tbank.refund?.send(at({ http }), part);
  expect(first).toMatchObject({ outcome: 'settled' });
  expect(await tbank.refund?.send(at({ http }), part)).toEqual(first);
  const rest = sampleRefund(paid, { refundId: 'rfd_2', amount: '1000.00' });
  expect(await tbank.refund?.send(at({ http }), rest)).toMatchObject({ outcome: 'settled' });
  const more = sampleRefund(paid, { refundId: 'rfd_3', amount: '1.00' });
  expect(await tbank.refund?.send(at({ http }), more)).toMatchObject({ outcome: 'refused' });
});
