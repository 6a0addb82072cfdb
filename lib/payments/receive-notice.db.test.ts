import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { theOrder } from '@/lib/exchange/testing/orders';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { hmac } from '@/lib/payments/signature';
import {
  type DoorOffice,
  makeConnection,
  makeDoorOffice,
  noticesOf,
  queuedNotices,
  startedPayment,
  stateOfMoney,
} from '@/lib/payments/testing/door';
import { type SentNotice, sendNotice, testKey } from '@/lib/payments/testing/send-notice';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { hinting, signing } = await import('@/lib/payments/testing/door-systems');
  const ours = [hinting, signing];
  return {
    ...real,
    paymentSystem: (code: string) => ours.find((system) => system.code === code) ?? real.paymentSystem(code),
  };
});

let office: DoorOffice;
let payment: PaymentRow;
let code: string;

beforeEach(async () => {
  office = await makeDoorOffice({ systemCode: 'signing', secrets: { key: testKey } });
  code = office.bank.code;
  payment = await startedPayment(office);
});

/** One notice at the door, of the payment in full unless told. */
function send({ body = {}, ...more }: Partial<SentNotice> = {}) {
  const told = { number: payment.number, event: 'e1', outcome: 'settled', amount: '60000.00' };
  return sendNotice({ to: code, ...more, body: typeof body === 'string' ? body : { ...told, ...body } });
}

describe('a notice that is believed', () => {
  it('is kept raw with what was read, its job is queued, and nothing moves yet', async () => {
    const order = await theOrder(payment.subjectId);
    expect(await send({ headers: { authorization: 'Bearer secret', 'x-trace': 'abc' } })).toBe('200 ok');
    const [row] = await query(
      `SELECT id, verdict::text, http_method, convert_from(body, 'UTF8') AS body, headers, ip, payment_id, connection_id,
         reading, processed_at, outcome FROM payment_notices WHERE method_code = $1`,
      [code],
    );
    expect(row).toMatchObject({
      verdict: 'accepted',
      http_method: 'POST',
      ip: '192.0.2.7',
      payment_id: payment.id,
      connection_id: office.connectionId,
      processed_at: null,
      outcome: null,
      headers: { 'x-trace': 'abc' },
      reading: {
        about: 'payment',
        targetId: payment.id,
        trust: 'signed',
        answer: { outcome: 'settled', amount: '60000.00' },
      },
    });
    expect(JSON.parse(String(row?.body))).toMatchObject({ number: payment.number });
    expect(JSON.stringify(row?.headers)).not.toContain('secret');
    expect(await queuedNotices()).toContain(row?.id);
    expect(await theOrder(payment.subjectId)).toEqual(order);
  });

  it('is answered as success each time, and queued once, however often it comes at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(new Set(answers)).toEqual(new Set(['200 ok']));
    const notices = await noticesOf(code);
    expect(notices.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(9);
    const queued = await queuedNotices();
    expect(notices.filter(({ id }) => queued.includes(id))).toHaveLength(1);
  });

  it('of a kind that says nothing about money is kept and queues nothing', async () => {
    expect(await send({ body: { outcome: 'nothing' } })).toBe('200 ok');
    expect(await noticesOf(code)).toMatchObject([{ verdict: 'accepted', outcome: 'ignored' }]);
  });

  it('is believed of another amount where the payer can choose it', async () => {
    expect(await send({ body: { amount: '59000.00' } })).toBe('200 ok');
  });

  it('is kept whatever its texts hold', async () => {
    expect(await send({ body: { externalId: 'a\u0000b\ud800', event: 'e\u0000' } })).toBe('200 ok');
    expect(await queuedNotices()).toContain((await noticesOf(code))[0]?.id);
  });
});

describe('a notice that is not believed', () => {
  it.each([
    ['with another asset and the same figure', { asset: 'USD' }, 'wrong_asset'],
    ['with an asset that looks like ours', { asset: 'RU\u0412' }, 'wrong_asset'],
    ['with our asset in small letters', { asset: 'rub' }, 'wrong_asset'],
    ['of nothing', { amount: '0' }, 'wrong_amount'],
    ['of no amount', { amount: '' }, 'wrong_amount'],
    ['of an exponent', { amount: '6e4' }, 'wrong_amount'],
    ['of an amount no column holds', { amount: '9'.repeat(24) }, 'wrong_amount'],
    ['of a fraction of a kopeck', { amount: '60000.005' }, 'wrong_amount'],
    ['of a payment nobody knows', { number: 2_100_000_000 }, 'unknown_payment'],
    ['of a number that is none', { number: 1.5 }, 'unknown_payment'],
    ['of a number beyond all', { number: 1e300 }, 'unknown_payment'],
  ])('%s changes nothing and learns nothing', async (_name, body, why) => {
    const before = await stateOfMoney();
    expect(await send({ body })).toBe('400 no');
    expect(await stateOfMoney()).toEqual(before);
    expect(await noticesOf(code)).toMatchObject([{ verdict: 'refused', reason: why }]);
  });

  it.each([
    ['of another key', { signedBy: 'another-key' }],
    ['without a signature', { signedBy: null }],
    ['with its signature in the wrong case', { headers: { 'x-sign': 'x' } }],
  ])('%s hears the same', async (_name, sent) => {
    expect(await send(sent)).toBe('400 no');
    expect(await noticesOf(code)).toMatchObject([{ verdict: 'refused', reason: 'bad_signature' }]);
  });

  it('signed in the wrong case of base64 is refused', async () => {
    const text = JSON.stringify({
      number: payment.number,
      event: 'e',
      outcome: 'settled',
      amount: '60000.00',
    });
    const right = hmac('sha256', testKey, text, 'b64');
    expect(await send({ body: text, headers: { 'x-sign': right.toLowerCase() }, signedBy: null })).toBe(
      '400 no',
    );
    expect(await send({ body: text, headers: { 'x-sign': right }, signedBy: null })).toBe('200 ok');
  });

  it('signed by one account says nothing of a payment by another', async () => {
    const theirs = await makeDoorOffice({ systemCode: 'signing', secrets: { key: 'their-own-key' } });
    expect(await send({ signedBy: 'their-own-key', to: theirs.bank.code })).toBe('400 no');
    expect(await noticesOf(theirs.bank.code)).toMatchObject([{ reason: 'unknown_payment' }]);
  });

  it('is not kept any more when an address sends floods of it, while true notices are', async () => {
    const ip = '198.51.100.9';
    for (let sent = 0; sent < 70; sent += 1) await send({ signedBy: 'wrong', ip });
    expect(await noticesOf(code)).toHaveLength(60);
    expect(await send({ ip })).toBe('200 ok');
    expect((await noticesOf(code)).filter(({ verdict }) => verdict === 'accepted')).toHaveLength(1);
    expect(await queuedNotices()).toContain((await noticesOf(code)).at(-1)?.id);
  });

  it('where the account cannot be opened, is asked to come again', async () => {
    await query(`UPDATE system_connections SET secrets = '{"key":"v1.gone.x.y"}' WHERE id = $1`, [
      office.connectionId,
    ]);
    expect(await send({ headers: { 'x-token': testKey } })).toBe('503');
    expect(await noticesOf(code)).toMatchObject([{ verdict: 'refused', reason: 'no_connection' }]);
    // Its secrets are not known, so they could not be covered.
    const [kept] = await query(
      `SELECT length(body) AS body, query, headers->>'x-token' AS token FROM payment_notices WHERE method_code = $1`,
      [code],
    );
    expect(kept).toEqual({ body: 0, query: '', token: null });
  });
});

describe('the account behind a door', () => {
  it('may be another one for money that goes out', async () => {
    const second = await makeConnection({ systemCode: 'signing', secrets: { key: 'key-of-payouts' } });
    await query('UPDATE payment_methods SET pay_out_connection_id = $2 WHERE id = $1', [
      office.bank.id,
      second,
    ]);
    expect(await send({ signedBy: 'key-of-payouts' })).toBe('400 no');
    expect(await noticesOf(code)).toMatchObject([{ reason: 'unknown_payment' }]);
    expect(await send()).toBe('200 ok');
  });

  it('that was replaced is still heard for what was started by it', async () => {
    const second = await makeConnection({ systemCode: 'signing', secrets: { key: 'key-of-today' } });
    await query('UPDATE payment_methods SET pay_in_connection_id = $2 WHERE id = $1', [
      office.bank.id,
      second,
    ]);
    expect(await send()).toBe('200 ok');
  });

  it('that was replaced again and again is still heard for what was started by each', async () => {
    const keys = Array.from({ length: 8 }, (_, at) => `key-of-account-${at}`);
    const numbers: number[] = [];
    for (const key of keys) {
      const former = await makeConnection({ systemCode: 'signing', secrets: { key } });
      const { id, number } = await startedPayment(office, '6000');
      await query('UPDATE payments SET connection_id = $2 WHERE id = $1', [id, former]);
      numbers.push(number);
    }
    for (const [at, signedBy] of keys.entries())
      expect(await send({ signedBy, body: { number: numbers[at] } })).toBe('200 ok');
  });

  it('is not told by what another account with the same system is sent', async () => {
    const second = await makeConnection({ systemCode: 'signing', secrets: { key: 'key-of/payouts' } });
    await query('UPDATE payment_methods SET pay_out_connection_id = $2 WHERE id = $1', [
      office.bank.id,
      second,
    ]);
    expect(await send({ body: `mine=${testKey}&theirs=key%2dof%2fpayouts`, signedBy: null })).toBe('400 no');
    const [kept] = await query(
      `SELECT convert_from(body, 'UTF8') AS body FROM payment_notices WHERE method_code = $1`,
      [code],
    );
    expect(kept?.body).toBe('mine=[secret]&theirs=[secret]');
  });

  it('that was replaced by another system is still heard', async () => {
    const second = await makeConnection({ systemCode: 'hinting', secrets: { key: testKey } });
    await query('UPDATE payment_methods SET pay_in_connection_id = $2 WHERE id = $1', [
      office.bank.id,
      second,
    ]);
    expect(await send()).toBe('200 ok');
  });

  it('is heard while it is switched off: money on its way arrives', async () => {
    await query('UPDATE system_connections SET enabled = false WHERE id = $1', [office.connectionId]);
    expect(await send()).toBe('200 ok');
  });
});
