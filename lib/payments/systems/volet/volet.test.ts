import { describe, expect, test } from 'vitest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { formRequest, sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';
import { vector } from '@/lib/payments/testing/vector';
import { textAnswer } from '@/scripts/doubles/double';
import { voletDouble } from '@/scripts/doubles/systems/volet';
import { volet } from '.';
import { signedStatus, statusFields, voletFixture } from './fixtures';
import { balanceOf, paymentAnswer, transferAnswer } from './map';
import { readVoletNotice } from './notice';
import { voletPayIn } from './pay-in';
import { voletPayOut } from './pay-out';
import { voletSettings } from './settings';
import { apiToken, formSignature, isStatusSigned, statusHash } from './signature';

adapterContract(volet, voletFixture);

const at = (settings = voletFixture.settings, http = fakeOutgoing(voletFixture.double?.()).http) => ({
  settings: voletSettings.parse(settings),
  testMode: false,
  http,
  now: () => sampleNow,
  officeUrl: sampleOffice,
});

describe('signatures of Volet', () => {
  test('vector volet-request', () => {
    const shop = { accountEmail: 'merchant@example.com', sciName: 'My Shop', sciPassword: 'volet-secret' };
    const signature = formSignature(shop, { amount: '100.00', currency: 'USD', orderId: 'ORD-1' });
    expect(signature).toBe(vector('volet-request').expected);
  });

  test('vector volet-callback-doc', () => {
    const { input, expected } = vector('volet-callback-doc');
    const [transfer, date, sciName, source, target, order, amount, currency, password] = input.split(':');
    const fields = new Map(
      Object.entries({
        ac_transfer: transfer ?? '',
        ac_start_date: date ?? '',
        ac_sci_name: sciName ?? '',
        ac_src_wallet: source ?? '',
        ac_dest_wallet: target ?? '',
        ac_order_id: order ?? '',
        ac_amount: amount ?? '',
        ac_merchant_currency: currency ?? '',
        ac_transaction_status: 'COMPLETED',
      }),
    );
    expect(statusHash(fields, password ?? '')).toBe(expected);
    expect(isStatusSigned(fields.set('ac_hash', expected), password ?? '')).toBe(true);
    const shop = { ...voletFixture.settings, sciName: 'Name', sciPassword: 'Secret' };
    const reading = readVoletNotice(at(shop), formRequest(Object.fromEntries(fields)));
    expect(reading).toMatchObject({
      event: {
        answer: { outcome: 'settled', amount: '6.00', asset: 'RUB', payer: { account: 'R000000000000' } },
      },
    });
  });

  test('vector volet-token: of the hour, in UTC', () => {
    const { expected } = vector('volet-token');
    expect(apiToken('ApiPass', new Date('2026-09-01T12:00:00Z'))).toBe(expected);
    expect(apiToken('ApiPass', new Date('2026-09-01T15:59:59+03:00'))).toBe(expected);
    expect(apiToken('ApiPass', new Date('2026-09-01T13:00:00Z'))).not.toBe(expected);
  });
});

describe('what Volet says', () => {
  const read = (over: Record<string, string>, settings = voletFixture.settings) =>
    readVoletNotice(at(settings), signedStatus(statusFields(over)));

  test('only a completed transfer is settled', () => {
    for (const [state, outcome] of [
      ['PENDING', 'pending'],
      ['PROCESS', 'pending'],
      ['CONFIRMED', 'pending'],
      ['CANCELED', 'refused'],
      ['completed', 'unknown'],
    ] as const)
      expect(read({ ac_transaction_status: state })).toMatchObject({ event: { answer: { outcome } } });
  });

  test('the state is not signed: a status form is never more than a hint', () => {
    for (const state of ['COMPLETED', 'PENDING', 'CANCELED'])
      expect(read({ ac_transaction_status: state })).toMatchObject({ event: { trust: 'hint' } });
  });

  test('there is nobody to ask without the interface: it has to be set', () => {
    for (const missing of ['apiName', 'apiPassword']) {
      const { [missing]: _missing, ...rest } = voletFixture.settings;
      expect(voletSettings.safeParse(rest).success).toBe(false);
      expect(voletSettings.safeParse({ ...rest, [missing]: ' ' }).success).toBe(false);
    }
  });

  test('only a status form with a right hash, of this SCI, is heard', () => {
    const { ac_sci_name: _name, ...unnamed } = statusFields();
    const { body, ...request } = signedStatus(statusFields());
    const text = body.toString();
    const as = (other: string) => readVoletNotice(at(), { ...request, body: Buffer.from(other) });
    expect(readVoletNotice(at(), formRequest(statusFields()))).toMatchObject({ why: 'no_signature' });
    expect(as(text.replace(/ac_hash=./, 'ac_hash=x'))).toMatchObject({ why: 'bad_signature' });
    for (const [name, other] of [
      ['ac_amount', '1500.01'],
      ['ac_order_id', 'pay_other'],
      ['ac_merchant_currency', 'EUR'],
      ['ac_transfer', 'other'],
    ] as const)
      expect(as(text.replace(new RegExp(`${name}=[^&]*`), `${name}=${other}`)), name).toMatchObject({
        why: 'bad_signature',
      });
    expect(readVoletNotice(at(), signedStatus(statusFields(), 'x'))).toMatchObject({ why: 'bad_signature' });
    const other = signedStatus(statusFields({ ac_sci_name: 'Other' }));
    expect(readVoletNotice(at(), other)).toMatchObject({ why: 'wrong_shop' });
    expect(readVoletNotice(at(), signedStatus(unnamed))).toMatchObject({ verdict: 'refused' });
  });

  test('an order that nobody paid is pending; another state is unknown', () => {
    expect(paymentAnswer({ paymentStatus: 'PENDING' })).toEqual({ outcome: 'pending' });
    const paid = {
      transactionId: 't',
      transactionAmount: '6.00',
      transactionCurrency: 'RUR',
      transactionStatus: 'X',
    };
    expect(paymentAnswer(paid)).toMatchObject({ outcome: 'unknown' });
    expect(paymentAnswer({ ...paid, transactionStatus: 'COMPLETED' })).toMatchObject({ asset: 'RUB' });
  });

  test('a transfer of another amount or currency is not ours', () => {
    const ours = { externalId: 't', amount: '6.00', asset: 'RUB' };
    const transfer = { id: 't', amount: '6.00', currency: 'RUR', status: 'COMPLETED' };
    expect(transferAnswer(transfer, ours)).toMatchObject({ outcome: 'settled' });
    for (const over of [{ amount: '6.01' }, { currency: 'USD' }, { id: 'u' }])
      expect(transferAnswer({ ...transfer, ...over }, ours)).toMatchObject({ outcome: 'unknown' });
  });

  test('the balance is that of the one wallet in the asset', () => {
    const wallets = [
      { id: 'U1', amount: '5.00' },
      { id: 'R1', amount: '7.00' },
      { id: 'R2', amount: '8.00' },
    ];
    expect([balanceOf(wallets, 'USD'), balanceOf(wallets, 'RUB'), balanceOf(wallets, 'TRY')]).toEqual([
      '5.00',
      null,
      null,
    ]);
    expect(balanceOf(wallets[0], 'USD')).toBe('5.00');
  });

  test('the form names roubles the old way', async () => {
    const started = await voletPayIn.start(at(), { ...voletFixture.payment, asset: 'RUB' });
    expect(started).toMatchObject({ step: { fields: { ac_currency: 'RUR', ac_amount: '1500.00' } } });
  });
});

describe('payouts of Volet', () => {
  const { payout } = voletFixture;
  if (!payout) throw new Error('no payout');
  const withFault = (body: string, status: number) => async () => {
    const { body: text } = textAnswer(body);
    return { status, headers: {}, body: Buffer.from(text), text: String(text) };
  };
  const fault = (type: string) =>
    `<soap:Envelope xmlns:soap="s"><soap:Body><soap:Fault><faultstring>no</faultstring><detail><ns2:${type} xmlns:ns2="n"/></detail></soap:Fault></soap:Body></soap:Envelope>`;

  test('typed faults that exclude a payment refuse, others are unknown', async () => {
    for (const [type, outcome] of [
      ['NotEnoughMoneyException', 'refused'],
      ['WrongIpException', 'refused'],
      ['WalletDoesNotExist', 'refused'],
      ['DatabaseException', 'unknown'],
      ['TransactionFailureException', 'unknown'],
    ] as const) {
      const sent = await voletPayOut.send(at(voletFixture.settings, withFault(fault(type), 500)), payout);
      expect(sent.outcome, type).toBe(outcome);
    }
  });

  test('entities and document types are not read', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "b">]>${fault('NotEnoughMoneyException')}`;
    const sent = await voletPayOut.send(at(voletFixture.settings, withFault(bomb, 500)), payout);
    expect(sent.outcome).toBe('unknown');
  });

  test('what is sent is escaped', async () => {
    const bodies: string[] = [];
    const double = voletDouble({ now: () => sampleNow });
    const { http } = fakeOutgoing(double);
    const listening: typeof http = (request) => {
      bodies.push(String(request.body));
      return http(request);
    };
    const hostile = { ...payout, description: '</note><amount>9999.00</amount><note>&' };
    const sent = await voletPayOut.send(at(voletFixture.settings, listening), hostile);
    expect(sent.outcome).toBe('pending');
    expect(bodies.join().match(/<amount>/g)).toHaveLength(1);
  });

  test('nothing is asked or paid in test mode, as Volet has none', async () => {
    const { http, calls } = fakeOutgoing(voletDouble({ now: () => sampleNow }));
    const trial = { ...at(voletFixture.settings, http), testMode: true };
    expect((await voletPayOut.send(trial, payout)).outcome).toBe('refused');
    expect((await voletPayIn.start(trial, voletFixture.payment)).outcome).toBe('refused');
    expect(calls()).toBe(0);
  });

  test('goes to a wallet or an e-mail', () => {
    expect(voletPayOut.problem({ purse: 'U000000000002' })).toBeNull();
    expect(voletPayOut.problem({ purse: 'payee@kantor.test' })).toBeNull();
    expect(voletPayOut.problem({ email: 'payee@kantor.test' })).toBeNull();
    expect(voletPayOut.problem({ purse: 'U1' })).toBe('purse');
  });
});
