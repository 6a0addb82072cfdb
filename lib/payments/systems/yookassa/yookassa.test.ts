import { describe, expect, it } from 'vitest';
import type { At } from '@/lib/payments/contract/at';
import { yookassa } from '@/lib/payments/systems/yookassa';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import {
  jsonRequest,
  sampleNow,
  sampleOffice,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { yookassaDouble } from '@/scripts/doubles/systems/yookassa';
import { basicAuth } from './client';
import { externalId, notice, paymentObject, yookassaFixture } from './fixtures';
import { paymentState, transferState } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { yookassaSample } from './sample';
import { type YookassaSettings, yookassaSettings } from './settings';

adapterContract(yookassa, yookassaFixture);

function at(over: Partial<At<YookassaSettings>> = {}): At<YookassaSettings> {
  return {
    settings: yookassaSettings.parse(yookassaSample),
    testMode: false,
    http: fakeOutgoing(undefined).http,
    now: () => sampleNow,
    officeUrl: sampleOffice,
    ...over,
  };
}

it('YooKassa is greeted as the vector says', () =>
  expect(basicAuth('100500', 'test_secret')).toBe(`Basic ${vector('yk-basic').expected}`));

describe('a notice of YooKassa', () => {
  it('is a hint only, whatever it claims', () =>
    expect(readNotice(at(), notice(paymentObject()))).toMatchObject({
      verdict: 'accepted',
      event: {
        trust: 'hint',
        answer: { outcome: 'settled', credited: '1447.50', payer: { account: '410011234567890' } },
      },
    }));

  it('of another shop or of a test is refused', () => {
    expect(readNotice(at(), notice(paymentObject({ recipient: { account_id: '1' } })))).toMatchObject({
      why: 'wrong_shop',
    });
    expect(readNotice(at(), notice(paymentObject({ test: true })))).toMatchObject({ why: 'test_notice' });
    expect(readNotice(at({ testMode: true }), notice(paymentObject({ test: true })))).toMatchObject({
      verdict: 'accepted',
    });
  });

  it('about a payout or a refund names it', () => {
    const object = { id: 'po-1', status: 'succeeded', metadata: { payout_id: 'pot_1' } };
    expect(readNotice(at(), notice(object, 'payout.succeeded'))).toMatchObject({
      event: { about: 'payout', by: { payoutId: 'pot_1' }, trust: 'hint', eventKey: 'po-1:succeeded' },
    });
    expect(readNotice(at(), notice({ id: 'rf-1', status: 'canceled' }, 'refund.succeeded'))).toMatchObject({
      event: { about: 'refund', by: { externalId: 'rf-1' }, answer: { outcome: 'refused' } },
    });
    expect(readNotice(at(), notice({ id: 'd-1', status: 'closed' }, 'deal.closed'))).toMatchObject({
      event: null,
    });
  });
});

describe('a payment object', () => {
  const ours = { shopId: yookassaSample.shopId, testMode: false, paymentId: 'pay_0123456789bcdfgh' };
  const outcome = (over: Record<string, unknown>) => {
    // As the interface sends it: numbers are texts.
    const text = paymentObject(over) as Parameters<typeof paymentState>[0];
    return paymentState(text, ours).outcome;
  };

  it.each([
    [{}, 'settled'],
    [{ status: 'pending' }, 'pending'],
    [{ status: 'waiting_for_capture' }, 'pending'],
    [{ status: 'canceled', cancellation_details: { party: 'payer', reason: 'expired' } }, 'refused'],
    [{ status: 'new_one' }, 'unknown'],
    [{ paid: false }, 'unknown'],
    [{ amount: { value: '1,500.00', currency: 'RUB' } }, 'unknown'],
    [{ recipient: { account_id: '1' } }, 'unknown'],
    [{ test: true }, 'unknown'],
    [{ metadata: { payment_id: 'pay_other' } }, 'unknown'],
  ])('%j is %s', (over, expected) => expect(outcome(over)).toBe(expected));

  it('has the id under which it is asked again', () =>
    expect(paymentState(paymentObject() as Parameters<typeof paymentState>[0], ours)).toMatchObject({
      externalId,
    }));
});

describe('keys and modes', () => {
  it('a test key starts nothing live, and a live key no test', async () => {
    const settings = yookassaSettings.parse({ ...yookassaSample, secretKey: 'test_key-of-the-shop' });
    expect(await yookassa.payIn?.start(at({ settings }), samplePayment())).toMatchObject({
      outcome: 'refused',
    });
    expect(await yookassa.payIn?.start(at({ testMode: true }), samplePayment())).toMatchObject({
      outcome: 'refused',
    });
  });
});

describe('a payout', () => {
  it.each([
    [{ purse: '410019876543210' }, null],
    [{ phone: '+79005550104', bank_id: '100000000008' }, null],
    [{ phone: '+79005550104' }, 'bank_id'],
    [{ phone: '+15005550104', bank_id: '100000000008' }, 'phone'],
    [{ purse: 'Z123456789012' }, 'purse'],
    [{ card: '2200000000000004' }, 'purse'],
  ])('to %j: %s', (destination, problem) =>
    expect(payOut.problem(destination as Record<string, string>)).toBe(problem),
  );

  it('called twice with one key is one payout', async () => {
    const { http } = fakeOutgoing(yookassaDouble());
    const payout = samplePayout({ destination: { phone: '+79005550104', bank_id: '100000000008' } });
    const first = await payOut.send(at({ http }), payout);
    expect(await payOut.send(at({ http }), payout)).toEqual(first);
    expect(first).toMatchObject({ outcome: 'settled' });
  });

  it('whose answer was lost is found by the id of its notice, and no other payout is taken for it', async () => {
    const { http, callbacks } = fakeOutgoing(yookassaDouble());
    const payout = samplePayout({ destination: { purse: '410019876543210' } });
    await payOut.send(at({ http }), payout);
    const told = readNotice(at(), jsonRequest(callbacks[0]?.body ?? ''));
    if (told.verdict !== 'accepted' || told.event?.about !== 'payout') throw new Error('no payout');
    const { by, answer } = told.event;
    expect(by).toEqual({ payoutId: payout.payoutId });
    const hint = 'externalId' in answer ? (answer.externalId ?? null) : null;
    const asked = { ...payout, externalId: hint, facts: {}, sentAt: sampleNow, hinted: true };
    expect(await payOut.check(at({ http }), asked)).toMatchObject({ outcome: 'settled', externalId: hint });
    const other = { ...asked, payoutId: 'pot_1123456789bcdfgh' };
    expect(await payOut.check(at({ http }), other)).toMatchObject({ outcome: 'unknown' });
  });

  it('canceled is refused with its reason', () =>
    expect(
      transferState({
        id: 'po',
        status: 'canceled',
        cancellation_details: { party: 'p', reason: 'insufficient_funds' },
      }),
    ).toEqual({ outcome: 'refused', reason: 'canceled by p: insufficient_funds' }));
});
