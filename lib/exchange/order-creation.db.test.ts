import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { cancelByCustomer } from './cancel-by-customer';
import { createOrder } from './create-order';
import { makeOffice, staff, type TestOffice } from './testing/office';
import { goodCard, guest, makeOrder, makeQuote, orderBody, theOrder } from './testing/orders';
import { expectAllInOrder, lettersOf } from './testing/traces';

let office: TestOffice;
const operator = staff('operator');

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

describe('an order is not made', () => {
  it('of a quote that has expired, was used, or never was', async () => {
    const expired = orderBody(await makeQuote(office));
    shiftClock(11 * 60_000);
    await expect(createOrder(expired)).rejects.toMatchObject({ code: 'quote_expired' });
    shiftClock(0);
    const body = orderBody(await makeQuote(office));
    await createOrder(body);
    await expect(createOrder({ ...body, idempotencyKey: 'api:2' })).rejects.toMatchObject({
      code: 'quote_used',
    });
    for (const quoteId of [newId('quo'), "quo_' OR 1=1", '', 'quo_\u0000'])
      await expect(createOrder(orderBody(quoteId, { idempotencyKey: 'api:3' }))).rejects.toMatchObject({
        code: 'not_found',
      });
  });

  it('under a key that made another; the same body again is the same order, also once the quote has expired', async () => {
    const body = orderBody(await makeQuote(office));
    const first = await createOrder(body);
    shiftClock(60 * 60_000);
    expect(await createOrder(body)).toEqual({ ...first, replayed: true });
    const other = createOrder({ ...body, email: 'other@example.com' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency_mismatch' });
    expect(await lettersOf(first.orderId)).toEqual(['U1', 'A3']);
  });

  it('in a direction that was closed after the quote, by itself, by a method or with the office', async () => {
    const closing = await makeOffice();
    const quoteId = await makeQuote(closing);
    const closed = () =>
      expect(createOrder(orderBody(quoteId))).rejects.toMatchObject({ code: 'direction_closed' });
    await query('UPDATE directions SET enabled = false WHERE id = $1', [closing.directionId]);
    await closed();
    await query('UPDATE directions SET enabled = true WHERE id = $1', [closing.directionId]);
    await query('UPDATE payment_methods SET enabled = false WHERE id = $1', [closing.coin.id]);
    await closed();
    await query('UPDATE payment_methods SET enabled = true WHERE id = $1', [closing.coin.id]);
    await query(`INSERT INTO settings (key, value, updated_at) VALUES ('office', '{"open":false}', now())`);
    await closed();
    await query(`DELETE FROM settings`);
    await createOrder(orderBody(quoteId));
  });

  it('where the office has no details to pay to', async () => {
    const bare = await makeOffice({ pool: 0 });
    await expect(makeOrder(bare)).rejects.toMatchObject({ code: 'no_office_requisites' });
    expect(await query('SELECT id FROM orders WHERE from_method_id = $1', [bare.bank.id])).toEqual([]);
  });

  it('with wrong details: all problems at once, each under its field', async () => {
    const quoteId = await makeQuote(office);
    const wrong = createOrder(
      orderBody(quoteId, {
        email: 'nobody',
        phone: '12',
        smsConsent: true,
        requisites: { 'give.card': '4111111111111112', 'give.pin': '1', address: '<script>', whatever: 'x' },
      }),
    );
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_input',
      fields: {
        email: { key: 'email' },
        phone: { key: expect.any(String) },
        'give.card': { key: 'cardChecksum' },
        'give.pin': { key: 'unknown' },
        'get.address': { key: 'coinAddress' },
        whatever: { key: 'unknown' },
      },
    });
  });

  it('again and again for a mailbox, or from an address, that gives them up: each sends letters', async () => {
    const email = 'flooded@example.com';
    const round = async (more: object) => {
      const { orderId, secret } = await makeOrder(office, more);
      await cancelByCustomer({ orderId, reader: { secret }, actor: guest() });
    };
    for (let made = 0; made < 30; made += 1) await round({ email });
    const refused = { code: 'too_many_requests', params: { seconds: expect.stringMatching(/^3[56]\d\d$/) } };
    await expect(makeOrder(office, { email })).rejects.toMatchObject(refused);
    const actor = guest();
    await round({ actor });
    await query(
      `INSERT INTO orders SELECT made.* FROM orders o, generate_series(1, 59) AS n,
         LATERAL jsonb_populate_record(o, jsonb_build_object('id', 'ord_' || lpad(n::text, 16, '0'),
           'quote_id', 'given-up-' || n, 'idempotency_key', 'given-up-' || n)) AS made WHERE o.ip = $1`,
      ['ip' in actor ? actor.ip : ''],
    );
    await expect(makeOrder(office, { actor })).rejects.toMatchObject(refused);
    await query(`DELETE FROM orders WHERE quote_id LIKE 'given-up-%'`);
    shiftClock(61 * 60_000);
    await makeOrder(office, { email });
  });

  it('from prices or ids that the client names', async () => {
    const body = orderBody(await makeQuote(office));
    const forged = { ...body, getUnits: 1n, giveUnits: 1n, status: 'completed', customerId: operator.userId };
    const { orderId } = await createOrder(forged);
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ giveUnits: 6_000_000n, status: 'pending_processing', customerId: null });
  });

  it('to an account guessed from a name that both sides ask for', async () => {
    const both = await makeOffice();
    await query(
      `UPDATE payment_methods SET fields = (SELECT fields FROM payment_methods WHERE id = $1) WHERE id = $2`,
      [both.bank.id, both.coin.id],
    );
    const ambiguous = orderBody(await makeQuote(both), { requisites: { card: goodCard } });
    await expect(createOrder(ambiguous)).rejects.toMatchObject({
      fields: { card: { key: 'unknown' }, 'give.card': { key: 'required' }, 'get.card': { key: 'required' } },
    });
  });
});
