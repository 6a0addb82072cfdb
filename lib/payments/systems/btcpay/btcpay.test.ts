import { describe, expect, test } from 'vitest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { btcpay } from '.';
import { btcpaySignature, isSigned } from './client';
import { btcpayFixture, delivery, signedDelivery } from './fixtures';
import { invoiceAnswer, payoutAnswer } from './map';
import { readBtcpayNotice } from './notice';
import { btcpayPayIn } from './pay-in';
import { btcpayPayOut } from './pay-out';
import { btcpaySettings } from './settings';

adapterContract(btcpay, btcpayFixture);

const settings = btcpaySettings.parse(btcpayFixture.settings);
const at = (http = fakeOutgoing(btcpayFixture.double?.()).http) => ({
  settings,
  testMode: false,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});
const why = (request: Parameters<typeof readBtcpayNotice>[1]) => readBtcpayNotice(at(), request);

describe('notices of BTCPay', () => {
  test('vector btcpay-1', () => {
    const { key = '', input, expected } = vector('btcpay-1');
    expect(btcpaySignature(input, key)).toBe(`sha256=${expected}`);
    expect(isSigned(`sha256=${expected}`, Buffer.from(input), key)).toBe(true);
    const read = readBtcpayNotice(
      { ...at(), settings: { ...settings, webhookSecret: key } },
      { ...signedDelivery(input, key) },
    );
    expect(read).toMatchObject({ verdict: 'accepted', event: { by: { externalId: 'I1' }, eventKey: 'D1' } });
  });

  test('only a right signature over these very bytes is heard', () => {
    const body = delivery();
    const right = btcpaySignature(body, settings.webhookSecret);
    const bare = right.slice('sha256='.length);
    for (const wrong of [
      bare,
      `sha1=${bare}`,
      `${right}0`,
      `${right},${right}`,
      right.slice(0, -1),
      'sha256=',
    ])
      expect(isSigned(wrong, Buffer.from(body), settings.webhookSecret), wrong).toBe(false);
    expect(isSigned(right, Buffer.from(`${body} `), settings.webhookSecret)).toBe(false);
    const unsigned = { ...signedDelivery(body), headers: { 'content-type': 'application/json' } };
    expect(why(unsigned)).toMatchObject({ why: 'no_signature' });
    expect(why(signedDelivery(body, 'another-secret'))).toMatchObject({ why: 'bad_signature' });
  });

  test('of another store are refused', () => {
    expect(why(signedDelivery(delivery({ storeId: 'S2' })))).toMatchObject({ why: 'wrong_shop' });
    expect(why(signedDelivery(delivery({ storeId: undefined })))).toMatchObject({ why: 'wrong_shop' });
  });

  test('about payouts are hints too, others mean nothing', () => {
    const payout = delivery({ type: 'PayoutUpdated', payoutId: 'P1', invoiceId: undefined });
    expect(why(signedDelivery(payout))).toMatchObject({ event: { about: 'payout', trust: 'hint' } });
    expect(why(signedDelivery(delivery({ type: 'PaymentRequestCreated' })))).toMatchObject({ event: null });
  });
});

describe('what an invoice says', () => {
  const invoice = (status: string, additionalStatus = 'None') => ({
    id: 'I1',
    currency: 'BTC',
    status,
    additionalStatus,
  });
  const methods = (...payments: [value: string, status: string][]) => [
    { paymentMethodId: 'BTC-CHAIN', payments: payments.map(([value, status]) => ({ value, status })) },
  ];
  const says = (status: string, paid: [string, string][], additional?: string) =>
    invoiceAnswer(invoice(status, additional), methods(...paid), 'BTC', 'BTC-CHAIN', 8);

  test('paid in part and expired is settled with what came', () => {
    expect(says('Expired', [['0.1', 'Settled']], 'PaidPartial')).toMatchObject({
      outcome: 'settled',
      amount: '0.10000000',
    });
  });

  test('paid in part and still open is pending', () => {
    expect(says('New', [['0.1', 'Settled']], 'PaidPartial')).toMatchObject({
      outcome: 'pending',
      amount: '0.10000000',
    });
  });

  test('overpaid is settled with all of it, late is settled too', () => {
    const twice: [string, string][] = [
      ['1', 'Settled'],
      ['0.00000001', 'Settled'],
    ];
    expect(says('Settled', twice, 'PaidOver')).toMatchObject({ outcome: 'settled', amount: '1.00000001' });
    expect(says('Expired', [['1', 'Settled']], 'PaidLate')).toMatchObject({ outcome: 'settled' });
  });

  test('nothing is settled while a payment waits for its confirmations', () => {
    expect(says('Processing', [['1', 'Processing']])).toMatchObject({
      outcome: 'pending',
      amount: '1.00000000',
    });
    expect(
      says('Expired', [
        ['1', 'Settled'],
        ['1', 'Processing'],
      ]),
    ).toMatchObject({ outcome: 'pending' });
  });

  test('expired unpaid is refused; marked by hand is left to people', () => {
    expect(says('Expired', [])).toMatchObject({ outcome: 'refused' });
    expect(says('Settled', [], 'Marked')).toMatchObject({ outcome: 'unknown' });
    expect(says('Invalid', [['1', 'Settled']])).toMatchObject({ outcome: 'unknown' });
  });

  test('an invoice in another currency is not understood', () => {
    expect(
      invoiceAnswer(
        { ...invoice('Settled'), currency: 'USD' },
        methods(['1', 'Settled']),
        'BTC',
        'BTC-CHAIN',
        8,
      ),
    ).toMatchObject({ outcome: 'unknown' });
  });

  test('what came is cut to the decimals of the order, never rounded up', () => {
    const paid = (value: string, decimals: number) =>
      invoiceAnswer(invoice('Settled'), methods([value, 'Settled']), 'BTC', 'BTC-CHAIN', decimals);
    expect(paid('0.123456789999', 8)).toMatchObject({ outcome: 'settled', amount: '0.12345678' });
    expect(paid('1500.12345678', 6)).toMatchObject({ outcome: 'settled', amount: '1500.123456' });
  });

  test('the decimals are those of the order', async () => {
    const double = btcpayFixture.double?.();
    const { http } = fakeOutgoing(double);
    const payment = { ...btcpayFixture.payment, amount: '1000.500000' };
    const started = await btcpayPayIn.start(at(http), payment);
    await double?.pay?.({ reference: payment.paymentId, amount: '1000.50000099' });
    const answer = await btcpayPayIn.check?.(at(http), startedPayment(payment, started));
    expect(answer).toMatchObject({ amount: '1000.500000' });
  });

  test('servers before version 2 name the way to pay otherwise', () => {
    const old = [{ paymentMethod: 'BTC', payments: [{ value: '1', status: 'Settled' }] }];
    expect(invoiceAnswer(invoice('Settled'), old, 'BTC', 'BTC', 8)).toMatchObject({ outcome: 'settled' });
  });
});

describe('money through BTCPay', () => {
  test('less than asked is told as it is', async () => {
    const double = btcpayFixture.double?.();
    const { http } = fakeOutgoing(double);
    const started = await btcpayPayIn.start(at(http), btcpayFixture.payment);
    await double?.pay?.({ reference: btcpayFixture.payment.paymentId, amount: '1000.4' });
    const answer = await btcpayPayIn.check?.(at(http), startedPayment(btcpayFixture.payment, started));
    expect(answer).toMatchObject({ outcome: 'pending', amount: '1000.40000000' });
  });

  test('an address of another coin is not paid to', async () => {
    const payout = {
      ...btcpayFixture.payout,
      destination: { address: 'LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnJ' },
    };
    if (!btcpayFixture.payout) throw new Error('no payout');
    const { http, calls } = fakeOutgoing(btcpayFixture.double?.());
    const sent = await btcpayPayOut.send(at(http), { ...btcpayFixture.payout, ...payout });
    expect([sent.outcome, calls()]).toEqual(['refused', 0]);
  });

  test('a payout whose making was not answered is found by our own id', async () => {
    const { payout } = btcpayFixture;
    if (!payout) throw new Error('no payout');
    const { http } = fakeOutgoing(btcpayFixture.double?.());
    await btcpayPayOut.send(at(http), payout);
    const found = await btcpayPayOut.check(at(http), {
      ...payout,
      externalId: null,
      facts: {},
      sentAt: sampleNow,
    });
    expect(found).toMatchObject({ outcome: 'pending', externalId: 'P1' });
  });

  test('a completed payout tells the transaction', () => {
    expect(payoutAnswer({ id: 'P1', state: 'Completed', paymentProof: { id: 'ab12' } })).toEqual({
      outcome: 'settled',
      externalId: 'P1',
      reference: 'ab12',
    });
  });
});

describe('asking BTCPay', () => {
  test('is unknown where the invoice is told and its payments are not', async () => {
    const double = btcpayFixture.double?.();
    const { http } = fakeOutgoing(double);
    const started = await btcpayPayIn.start(at(http), btcpayFixture.payment);
    await double?.pay?.({ reference: btcpayFixture.payment.paymentId });
    for (const kind of ['timeout', 'http_500', 'wrong_json', 'garbage', 'unreachable'] as const) {
      const asked = startedPayment(btcpayFixture.payment, started);
      const answer = await btcpayPayIn.check?.(at(fakeOutgoing(double, { kind, from: 1 }).http), asked);
      expect(answer?.outcome, kind).toBe('unknown');
    }
  });

  test('an invoice is not made twice though its making was not answered', async () => {
    const double = btcpayFixture.double?.();
    const { http } = fakeOutgoing(double);
    let posts = 0;
    const losing: typeof http = async (request) => {
      const answer = await http(request);
      posts += request.method === 'POST' ? 1 : 0;
      return request.method === 'POST' ? { ...answer, status: 502, text: '<html>' } : answer;
    };
    expect((await btcpayPayIn.start(at(losing), btcpayFixture.payment)).outcome).toBe('unknown');
    expect(await btcpayPayIn.start(at(losing), btcpayFixture.payment)).toMatchObject({ externalId: 'I1' });
    expect(posts).toBe(1);
  });
});
