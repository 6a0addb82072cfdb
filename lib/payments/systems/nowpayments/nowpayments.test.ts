import { describe, expect, test } from 'vitest';
import { exactObject } from '@/lib/payments/exact-json';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { nowpaymentsDouble } from '@/scripts/doubles/systems/nowpayments';
import { nowpayments } from '.';
import { ipnSignature, isSigned, jsonWithNumbers } from './client';
import { ipnBody, nowpaymentsFixture, sampleIpnSecret, signedIpn } from './fixtures';
import { paymentAnswer, withdrawalAnswer } from './map';
import { readNowpaymentsNotice } from './notice';
import { nowpaymentsPayIn } from './pay-in';
import { nowpaymentsSettings } from './settings';
import { totpCode } from './totp';

adapterContract(nowpayments, nowpaymentsFixture);

const at = (over: Record<string, string> = {}, http = fakeOutgoing(nowpaymentsDouble()).http) => ({
  settings: nowpaymentsSettings.parse({ ...nowpaymentsFixture.settings, ...over }),
  testMode: false,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});
const read = (over: Record<string, string>) => readNowpaymentsNotice(at(), signedIpn(ipnBody(over)));

describe('signatures of NOWPayments', () => {
  test('vector np-1, with the keys in any order', () => {
    const { key = '', input, expected } = vector('np-1');
    expect(ipnSignature(input, key)).toBe(expected);
    const turned = `{${input
      .slice(1, -1)
      .split(/,(?="[a-z_]+":(?!0))/)
      .reverse()
      .join(', ')}}`;
    expect(isSigned(expected, input, ` ${key} `)).toBe(true);
    expect(JSON.parse(turned)).toEqual(JSON.parse(input));
    expect(isSigned(expected, turned, key)).toBe(true);
  });

  test('numbers are signed as they stand, not as a double would write them', () => {
    const odd = '{"b":1.10,"a":9007199254740993}';
    expect(ipnSignature(odd, 'k')).not.toBe(ipnSignature(JSON.stringify(JSON.parse(odd)), 'k'));
    expect(ipnSignature(odd, 'k')).toBe(ipnSignature('{ "a": 9007199254740993, "b": 1.10 }', 'k'));
  });

  test('the code of the second factor: RFC 6238, appendix B', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totpCode(secret, new Date(59_000))).toBe('287082');
    expect(totpCode(secret.toLowerCase(), new Date(1_111_111_109_000))).toBe('081804');
    expect(totpCode(`${secret}===`, new Date(20_000_000_000_000))).toBe('353130');
  });

  test('amounts go out as numbers, digit for digit', () => {
    expect(jsonWithNumbers({ a: 'x' }, { amount: '0.10' })).toBe('{"amount":0.10,"a":"x"}');
    expect(() => jsonWithNumbers({}, { amount: '1e9' })).toThrow(RangeError);
  });
});

describe('what NOWPayments says', () => {
  const answer = (over: Record<string, string>) => {
    const reading = read(over);
    return 'verdict' in reading && reading.verdict === 'accepted' ? reading.event?.answer : reading;
  };

  test('less than asked is pending in a notice, as the rest may still come', () => {
    for (const status of ['partially_paid', 'expired'])
      expect(answer({ payment_status: `"${status}"`, actually_paid: '700.1' })).toMatchObject({
        outcome: 'pending',
        amount: '700.10000000',
        asset: 'USDT',
      });
  });

  test('less than asked is settled with what came once the time of the order is over', async () => {
    const double = nowpaymentsDouble();
    const { http } = fakeOutgoing(double);
    const { payment } = nowpaymentsFixture;
    const started = await nowpaymentsPayIn.start(at({}, http), payment);
    double.pay?.({ reference: payment.paymentId, amount: '700.1' });
    const asked = startedPayment(payment, started);
    const askedAt = (minutes: number, one = asked) =>
      nowpaymentsPayIn.check?.(
        { ...at({}, http), now: () => new Date(sampleNow.getTime() + minutes * 60_000) },
        one,
      );
    expect(await askedAt(30)).toMatchObject({ outcome: 'pending', amount: '700.100000' });
    expect(await askedAt(31)).toMatchObject({ outcome: 'settled', amount: '700.100000' });
    // Started before the end was remembered: a day is enough for any order.
    const old = { ...asked, facts: {} };
    expect(await askedAt(24 * 60, old)).toMatchObject({ outcome: 'pending' });
    expect(await askedAt(24 * 60 + 1, old)).toMatchObject({ outcome: 'settled' });
  });

  test('what came is cut to the decimals of the order, never rounded up', () => {
    const paid = (over: Record<string, string>, decimals: number) =>
      paymentAnswer(
        exactObject(ipnBody(over)) ?? null,
        nowpaymentsSettings.parse(nowpaymentsFixture.settings).currencies,
        {
          decimals,
          isOver: false,
        },
      );
    const coins = { price_amount: '0.12345678', pay_amount: '0.12345678', outcome_amount: '0.123456701234' };
    expect(paid({ ...coins, actually_paid: '0.123456789012' }, 8)).toMatchObject({
      outcome: 'settled',
      amount: '0.12345678',
      credited: '0.12345670',
    });
    expect(paid({ actually_paid: '1500.12000099' }, 6)).toMatchObject({ amount: '1500.120000' });
    // The share of the price where the payer bears the fee: whole digits of the bill count.
    const dear = { price_amount: '1', pay_amount: '1.000000000001', actually_paid: '1.000000000001' };
    expect(paid(dear, 8)).toMatchObject({ amount: '1.00000000' });
  });

  test('a sum with more decimals than the price is asked about, as the door could not book it', () => {
    const event = (over: Record<string, string>) => {
      const reading = read(over);
      return 'verdict' in reading && reading.verdict === 'accepted' ? reading.event : reading;
    };
    expect(event({})).toMatchObject({ trust: 'signed' });
    for (const [name, value] of [
      ['actually_paid', '1500.12345678'],
      ['outcome_amount', '1494.50000001'],
    ] as const)
      expect(event({ [name]: value })).toMatchObject({
        trust: 'hint',
        answer: { outcome: 'pending', externalId: '5077125051' },
      });
  });

  test('what waits for confirmations is pending, with what was seen', () => {
    for (const status of ['confirming', 'confirmed', 'sending'])
      expect(answer({ payment_status: `"${status}"` })).toMatchObject({
        outcome: 'pending',
        amount: '1500.12000000',
      });
    expect(answer({ payment_status: '"waiting"', actually_paid: '0' })).toEqual({
      outcome: 'pending',
      externalId: '5077125051',
    });
  });

  test('a fee that the payer bears is not the office’s money', () => {
    const paid = answer({ pay_amount: '1507.6206', actually_paid: '1507.6206' });
    expect(paid).toMatchObject({ outcome: 'settled', amount: '1500.12000000', credited: '1494.50000000' });
  });

  test('very small amounts are read though JSON writes them with an exponent', () => {
    const small = { price_amount: '5e-7', pay_amount: '5e-7', actually_paid: '5e-7', outcome_amount: '4e-7' };
    expect(answer(small)).toMatchObject({ amount: '0.00000050', credited: '0.00000040' });
    expect(answer({ actually_paid: '0.000000001' })).toMatchObject({ why: 'malformed' });
  });

  test('another coin, or a price in another one, is refused', () => {
    expect(answer({ pay_currency: '"usdterc20"' })).toMatchObject({ why: 'wrong_asset' });
    expect(answer({ price_currency: '"usd"' })).toMatchObject({ why: 'wrong_asset' });
  });

  test('refused, failed and expired ones are refused; unknown states are unknown', () => {
    for (const status of ['failed', 'refunded', 'expired'])
      expect(answer({ payment_status: `"${status}"`, actually_paid: '0' })).toMatchObject({
        outcome: 'refused',
      });
    expect(answer({ payment_status: '"wrong_asset_confirmed"' })).toMatchObject({ outcome: 'unknown' });
  });

  test('a second deposit is not taken for the first', () => {
    const reading = read({ payment_id: '6', parent_payment_id: '5077125051' });
    expect(reading).toMatchObject({ event: { by: { externalId: '6' } } });
  });

  test('a notice of a withdrawal is a hint', () => {
    const body = '{"id":"51","batch_withdrawal_id":"5","status":"FINISHED","unique_external_id":"pot_1"}';
    const reading = readNowpaymentsNotice(at(), signedIpn(body, sampleIpnSecret));
    expect(reading).toMatchObject({ event: { about: 'payout', trust: 'hint', by: { payoutId: 'pot_1' } } });
  });

  test('states of withdrawals', () => {
    expect(withdrawalAnswer({ status: 'FINISHED', hash: 'ab' }, '5')).toMatchObject({
      outcome: 'settled',
      reference: 'ab',
    });
    expect(withdrawalAnswer({ status: 'REJECTED' }, '5').outcome).toBe('refused');
    expect(withdrawalAnswer({ status: 'expired' }, '5').outcome).toBe('unknown');
  });
});
