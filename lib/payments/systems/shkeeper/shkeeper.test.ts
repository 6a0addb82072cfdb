import { describe, expect, test } from 'vitest';
import { cutAmount } from '@/lib/payments/cut-amount';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { shkeeper } from '.';
import { shkeeperSignature, signatureProblem } from './client';
import { noticeBody, sampleTime, shkeeperFixture, signedNotice } from './fixtures';
import { invoiceAnswer, taskAnswer } from './map';
import { readShkeeperNotice } from './notice';
import { shkeeperPayIn } from './pay-in';
import { shkeeperPayOut } from './pay-out';
import { shkeeperSettings } from './settings';

adapterContract(shkeeper, shkeeperFixture);

const settings = shkeeperSettings.parse(shkeeperFixture.settings);
const at = (http = fakeOutgoing(shkeeperFixture.double?.()).http, now = sampleNow) => ({
  settings,
  testMode: false,
  http,
  now: () => now,
  officeUrl: sampleOffice,
});
const read = (over: Record<string, unknown>, amount?: string) =>
  readShkeeperNotice(at(), signedNotice(noticeBody(over, amount)));

describe('signatures of SHKeeper', () => {
  test('vector shk-1', () => {
    const { key = '', input, expected } = vector('shk-1');
    const [timestamp = ''] = input.split('.', 1);
    const body = Buffer.from(input.slice(timestamp.length + 1));
    expect(shkeeperSignature(timestamp, body, key)).toBe(expected);
    const now = new Date(Number(timestamp) * 1000);
    expect(signatureProblem({ timestamp, signature: expected }, body, key, now)).toBeNull();
  });

  test('five minutes are allowed either way, and the time is signed', () => {
    for (const [seconds, why] of [
      [0, 'wrong_asset'],
      [300, 'wrong_asset'],
      [301, 'stale'],
      [-301, 'stale'],
    ] as const) {
      const time = String(Number(sampleTime) + seconds);
      const request = signedNotice(noticeBody({ crypto: 'ABC' }), settings.apiKey, time);
      expect(readShkeeperNotice(at(), request), String(seconds)).toMatchObject({ why });
    }
    const request = signedNotice(noticeBody());
    const headers = { ...request.headers, 'x-shkeeper-timestamp': String(Number(sampleTime) + 1) };
    expect(readShkeeperNotice(at(), { ...request, headers })).toMatchObject({ why: 'bad_signature' });
  });
});

describe('what SHKeeper says', () => {
  const tx = (amount_crypto: string, crypto = 'BTC', txid = 'a') => ({
    amount_crypto,
    crypto,
    txid,
    trigger: true,
  });

  test('in part is pending, more than asked is settled with all of it', () => {
    const part = read({ status: 'PARTIAL' }, '700');
    expect(part).toMatchObject({ event: { answer: { outcome: 'pending', amount: '700.00000000' } } });
    const over = read({ status: 'OVERPAID', transactions: [tx('1500.12', 'BTC', 'a'), tx('1', 'BTC', 'b')] });
    expect(over).toMatchObject({ event: { answer: { outcome: 'settled', amount: '1501.12000000' } } });
  });

  test('an unconfirmed transaction is pending', () => {
    const body = JSON.stringify({
      status: 'unconfirmed',
      external_id: 'pay_1',
      crypto: 'BTC',
      addr: 'x',
      txid: 't',
      amount: '1',
    });
    const reading = readShkeeperNotice(at(), signedNotice(body));
    expect(reading).toMatchObject({
      event: { answer: { outcome: 'pending', amount: '1.00000000' }, eventKey: 'pay_1:t:unconfirmed' },
    });
  });

  test('coins of another kind do not count', () => {
    const reading = read({ transactions: [tx('1500.12', 'ETH')] });
    expect(reading).toMatchObject({ why: 'malformed' });
  });

  test('dust that the office cannot count is cut off, never rounded up', () => {
    expect(cutAmount('0.123456789999999999')).toBe('0.12345678');
    expect(cutAmount('1.9999999', 6)).toBe('1.999999');
    expect(cutAmount('1.5', 0)).toBe('1');
    for (const none of ['1e-7', '-1', '', '1,5', undefined]) expect(cutAmount(none)).toBeNull();
  });

  test('a sum that the asset may be too coarse for makes it a hint, and it is answered as heard', () => {
    expect(read({}, '1500.123456')).toMatchObject({
      verdict: 'accepted',
      answer: { status: 202 },
      event: { trust: 'hint', by: { paymentId: 'pay_0123456789bcdfgh' }, answer: { outcome: 'pending' } },
    });
    expect(read({}, '1500.120000')).toMatchObject({
      event: { trust: 'signed', answer: { outcome: 'settled' } },
    });
  });

  test('a notice of a payout is believed', () => {
    const body = JSON.stringify({ payout_id: 14, external_id: 'pot_1', tx_hash: 'AF73', status: 'SUCCESS' });
    const reading = readShkeeperNotice(at(), signedNotice(body));
    expect(reading).toMatchObject({
      event: {
        about: 'payout',
        by: { payoutId: 'pot_1' },
        answer: { outcome: 'settled', reference: 'AF73' },
      },
    });
  });

  test('what came in part is final when the time to pay is over and nothing waits', () => {
    const asked = { coin: 'BTC', asset: 'BTC', amount: '2.00000000', externalId: 'x' };
    const paid = (...statuses: string[]) => ({
      txs: statuses.map((status) => ({ amount: '1', crypto: 'BTC', status, txid: 't' })),
    });
    const outcome = (invoice: ReturnType<typeof paid>, isOver: boolean) =>
      invoiceAnswer(invoice, { ...asked, isOver });
    expect(outcome(paid('CONFIRMED'), false)).toMatchObject({ outcome: 'pending', amount: '1.00000000' });
    expect(outcome(paid('CONFIRMED'), true)).toMatchObject({ outcome: 'settled', amount: '1.00000000' });
    expect(outcome(paid('CONFIRMED', 'UNCONFIRMED'), true)).toMatchObject({
      outcome: 'pending',
      amount: '2.00000000',
    });
    expect(outcome(paid('CONFIRMED', 'CONFIRMED'), false)).toMatchObject({ outcome: 'settled' });
    expect(outcome(paid(), true)).toEqual({ outcome: 'pending', externalId: 'x' });
  });

  test('the order’s end is remembered from its start', async () => {
    const double = shkeeperFixture.double?.();
    const { http } = fakeOutgoing(double);
    const started = await shkeeperPayIn.start(at(http), shkeeperFixture.payment);
    await double?.pay?.({ reference: shkeeperFixture.payment.paymentId, amount: '700' });
    const asked = startedPayment(shkeeperFixture.payment, started);
    expect(await shkeeperPayIn.check?.(at(http), asked)).toMatchObject({ outcome: 'pending' });
    const later = at(http, new Date('2026-09-01T12:31:00Z'));
    expect(await shkeeperPayIn.check?.(later, asked)).toMatchObject({
      outcome: 'settled',
      amount: '700.00000000',
    });
  });

  test('the payer is asked for the order’s coins, not for the server’s sum', async () => {
    const started = await shkeeperPayIn.start(at(), shkeeperFixture.payment);
    expect(started).toMatchObject({
      step: { kind: 'instructions', qr: expect.stringContaining('amount=1500.12000000') },
    });
  });
});

describe('payouts of SHKeeper', () => {
  const { payout } = shkeeperFixture;
  if (!payout) throw new Error('no payout');

  test('a task that failed is unknown: it may have paid before', () => {
    expect(taskAnswer({ status: 'FAILURE', result: 'Have not enough tokens' }, 't')).toMatchObject({
      outcome: 'unknown',
      reason: 'the task is FAILURE: Have not enough tokens',
    });
    expect(taskAnswer({ status: 'SUCCESS', result: [{ status: 'error', message: 'no' }] }, 't').outcome).toBe(
      'refused',
    );
  });

  test('a payout whose making was not answered is found by our own id', async () => {
    const { http } = fakeOutgoing(shkeeperFixture.double?.());
    await shkeeperPayOut.send(at(http), payout);
    const found = await shkeeperPayOut.check(at(http), {
      ...payout,
      externalId: null,
      facts: {},
      sentAt: sampleNow,
    });
    expect(found).toMatchObject({ outcome: 'settled', reference: 'tx-1' });
  });

  test('a memo cannot be told', () => {
    expect(shkeeperPayOut.problem({ address: 'r', memo: '1' })).toBe('memo');
  });
});
