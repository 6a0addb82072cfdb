import { describe, expect, it } from 'vitest';
import { yoomoney } from '@/lib/payments/systems/yoomoney';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { formRequest, sampleNow, sampleOffice, samplePayout } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { yoomoneyDouble } from '@/scripts/doubles/systems/yoomoney';
import { noticeFields, signedNotice, yoomoneyFixture } from './fixtures';
import { paymentState, payoutState, processed } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { yoomoneySample } from './sample';
import { yoomoneySettings } from './settings';
import { formerSignature, noticeSignature } from './signature';

adapterContract(yoomoney, yoomoneyFixture);

function at(
  over: { secret?: string; testMode?: boolean; token?: string } = {},
  http = fakeOutgoing(undefined).http,
) {
  const settings = yoomoneySettings.parse({
    ...yoomoneySample,
    notificationSecret: over.secret ?? yoomoneySample.notificationSecret,
    accessToken: over.token ?? yoomoneySample.accessToken,
  });
  return { settings, testMode: over.testMode ?? false, http, now: () => sampleNow, officeUrl: sampleOffice };
}

const fieldsOf = (id: string) => new Map(new URLSearchParams(vector(id).input));

describe('YooMoney signs as the vectors say', () => {
  it.each(['ym-sign-doc', 'ym-sign-card'])('%s', (id) =>
    expect(noticeSignature(fieldsOf(id), vector(id).key ?? '')).toBe(vector(id).expected),
  );

  it.each(['ym-sha1-doc', 'ym-sha1-nolabel', 'ym-sha1-hiqdev'])('%s, as it was', (id) => {
    const [type, operation, amount, currency, datetime, sender, codepro, secret = '', label] =
      vector(id).input.split('&');
    const fields = Object.entries({
      notification_type: type,
      operation_id: operation,
      amount,
      currency,
      datetime,
      sender,
      codepro,
      label,
    }).map(([name, value]) => [name, value ?? ''] as const);
    expect(formerSignature(new Map(fields), secret)).toBe(vector(id).expected);
  });

  it('reads the published notice: what was charged, what came, who paid', () => {
    const { input, expected, key } = vector('ym-sign-doc');
    const reading = readNotice(
      at({ secret: key }),
      formRequest({ ...Object.fromEntries(new URLSearchParams(input)), sign: expected }),
    );
    expect(reading).toMatchObject({
      verdict: 'accepted',
      event: {
        by: { paymentId: 'ML23045' },
        answer: {
          outcome: 'settled',
          amount: '100.00',
          credited: '98.00',
          payer: { account: '41000000000' },
        },
        eventKey: '441361714955017004',
      },
    });
  });
});

describe('a notice of YooMoney', () => {
  it('whose money is locked or not taken yet is not settled', () => {
    const locked: Record<string, string>[] = [{ unaccepted: 'true' }, { codepro: 'true' }, { codepro: '' }];
    for (const over of locked)
      expect(readNotice(at(), signedNotice(noticeFields(over)))).toMatchObject({
        event: { answer: { outcome: 'pending' }, eventKey: '777888999:unaccepted' },
      });
  });

  it('in another currency is refused', () =>
    expect(readNotice(at(), signedNotice(noticeFields({ currency: '840' })))).toMatchObject({
      why: 'wrong_asset',
    }));

  it('of a card names no payer, and fields that nobody knows are signed too', () => {
    const fields = noticeFields({ notification_type: 'card-incoming', sender: '', bill_id: '' });
    const reading = readNotice(at(), signedNotice(fields));
    expect(reading).toMatchObject({ verdict: 'accepted' });
    expect(JSON.stringify(reading)).not.toContain('payer');
    const { sign, ...rest } = Object.fromEntries(new URLSearchParams(signedNotice(fields).body.toString()));
    const { bill_id: _, ...fewer } = rest;
    expect(readNotice(at(), formRequest({ ...fewer, sign: sign ?? '' }))).toMatchObject({
      why: 'bad_signature',
    });
  });

  it('with the signature of old is not believed', () => {
    const fields = noticeFields();
    const sha1_hash = formerSignature(new Map(Object.entries(fields)), yoomoneySample.notificationSecret);
    expect(readNotice(at(), formRequest({ ...fields, sha1_hash }))).toMatchObject({ why: 'not_supported' });
  });
});

describe('the history of a wallet', () => {
  const one = { operation_id: '1', status: 'success', direction: 'in', amount: '1455.00', label: 'pay_1' };

  it('settles only what is enough without the commission', () => {
    expect(paymentState({ operations: [one] }, 'pay_1', '1500.00')).toMatchObject({
      outcome: 'pending',
      credited: '1455.00',
    });
    expect(paymentState({ operations: [one] }, 'pay_1', '1455.00')).toMatchObject({ outcome: 'settled' });
    expect(paymentState({ operations: [one] }, 'pay_2', '1455.00')).toEqual({ outcome: 'pending' });
    expect(paymentState({}, 'pay_1', '1.00').outcome).toBe('unknown');
  });

  it('does not say that a payout was not sent', () => {
    expect(payoutState({ operations: [] }, 'pot_1').outcome).toBe('unknown');
    expect(payoutState({ operations: [{ ...one, direction: 'in', label: 'pot_1' }] }, 'pot_1').outcome).toBe(
      'unknown',
    );
  });
});

describe('a payout', () => {
  it('that goes on keeps its request, and is confirmed by the same one', async () => {
    expect(processed({ status: 'in_progress' }, 'req-1', '7.50')).toEqual({
      outcome: 'pending',
      facts: { requestId: 'req-1', fee: '7.50' },
    });
    expect(processed({ status: 'refused', error: 'not_enough_funds' }, 'req-1', undefined).outcome).toBe(
      'refused',
    );
    expect(processed({ status: 'other' }, 'req-1', undefined).outcome).toBe('unknown');
  });

  it('is found by its label after a silence, and tells its fee', async () => {
    const { http } = fakeOutgoing(yoomoneyDouble());
    const payout = samplePayout({ destination: { purse: '410019876543210' } });
    expect(await payOut.send(at({}, http), payout)).toMatchObject({ outcome: 'settled', fee: '6.00' });
    const asked = { ...payout, externalId: null, facts: {}, sentAt: sampleNow };
    expect(await payOut.check(at({}, http), asked)).toMatchObject({ outcome: 'settled' });
  });

  it('is not sent from a wallet in test mode, nor without a token', async () => {
    const payout = samplePayout({ destination: { purse: '410019876543210' } });
    expect((await payOut.send(at({ testMode: true }), payout)).outcome).toBe('refused');
    expect((await payOut.send(at({ token: '' }), payout)).outcome).toBe('refused');
  });
});
