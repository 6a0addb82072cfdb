import { beforeAll, describe, expect, it } from 'vitest';
import { getOrder } from '@/lib/api/get-order';
import { postCancel } from '@/lib/api/post-cancel';
import { postClaim } from '@/lib/api/post-claim';
import { postOrder } from '@/lib/api/post-order';
import { postQuote } from '@/lib/api/post-quote';
import { call } from '@/lib/api/testing/call';
import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { goodAddress, goodCard } from '@/lib/exchange/testing/orders';
import { newId } from '@/lib/ids';

let office: TestOffice;

beforeAll(async () => {
  office = await makeOffice({ pool: 1 });
});

const quoteBody = (more: object = {}) => ({
  from: office.bank.code,
  to: office.coin.code,
  give: '60000',
  ...more,
});

async function newQuote(): Promise<string> {
  return String((await call(postQuote, { body: quoteBody() })).body.id);
}

const orderBody = (quoteId: string, more: object = {}) => ({
  quoteId,
  email: `${newId('usr')}@example.com`,
  requisites: { 'give.card': goodCard, 'get.address': goodAddress },
  ...more,
});

const bearer = (secret: unknown) => ({ authorization: `Bearer ${secret}` });

async function newOrder() {
  const key = { 'idempotency-key': newId('ord') };
  return (await call(postOrder, { body: orderBody(await newQuote()), headers: key })).body;
}

describe('an order', () => {
  it('is made once, however often it is sent', async () => {
    const body = orderBody(await newQuote());
    const headers = { 'idempotency-key': 'key-of-the-first-order' };
    const sent = await Promise.all(Array.from({ length: 8 }, () => call(postOrder, { body, headers })));
    const [first] = sent;
    for (const told of sent) expect([told.status, told.body]).toEqual([201, first?.body]);
    expect(first?.body).toMatchObject({ status: 'pending_processing', type: 'operator', give: '60000.00' });
    expect(first?.body.url).toMatch(/\/en\/orders\/ord_\w{16}\/[\w-]{27}$/);
    // An operator may since have reckoned it anew, or given more time.
    await query(
      `UPDATE orders SET give_units = give_units - 1, get_units = get_units - 1,
      expires_at = expires_at + interval '1 day' WHERE id = $1`,
      [first?.body.id],
    );
    expect((await call(postOrder, { body, headers })).body).toEqual(first?.body);
    const other = await call(postOrder, { body: { ...body, email: 'other@example.com' }, headers });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
    const again = await call(postOrder, { body, headers: { 'idempotency-key': 'another-key' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'quote_used' } });
  });

  it('needs a usable key', async () => {
    const body = orderBody(await newQuote());
    for (const key of [
      undefined,
      'short',
      'x'.repeat(129),
      'has a space',
      'нелатиница'.replace(/./g, '\u00e9'),
    ]) {
      const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
      expect((await call(postOrder, { body, headers })).body).toMatchObject({
        status: 400,
        field: 'Idempotency-Key',
      });
    }
  });

  it('takes ids and requisites, never prices', async () => {
    const headers = { 'idempotency-key': 'prices-of-my-own' };
    const quoteId = await newQuote();
    const priced = await call(postOrder, {
      body: orderBody(quoteId, { getUnits: '1', giveUnits: 1 }),
      headers,
    });
    expect(priced.body).toMatchObject({ code: 'invalid_input', field: 'getUnits' });
    const wrong = await call(postOrder, {
      body: orderBody(quoteId, { email: 'nobody', requisites: { 'get.address': 'x', 'give.cvv': '123' } }),
      headers,
    });
    const fields = (wrong.body.errors as { field: string }[]).map(({ field }) => field).sort();
    expect(fields).toEqual(['email', 'get.address', 'give.card', 'give.cvv']);
  });

  it('is read, claimed and canceled by its secret only', async () => {
    const made = await newOrder();
    const id = String(made.id);
    const read = await call(getOrder, { id, headers: bearer(made.secret) });
    expect(read.body).toMatchObject({ id, status: 'pending_processing', claim: null, may: { cancel: true } });
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(read.headers.get('access-control-allow-origin')).toBeNull();

    const foreign = await newOrder();
    const wrongSecret = await call(getOrder, { id, headers: bearer(foreign.secret) });
    const unknownOrder = await call(getOrder, { id: newId('ord'), headers: bearer(made.secret) });
    const nonsense = await call(getOrder, { id: "'\u0000", headers: bearer(made.secret) });
    expect(wrongSecret.status).toBe(404);
    expect(unknownOrder.body).toEqual(wrongSecret.body);
    expect(nonsense.body).toEqual(wrongSecret.body);
    expect((await call(getOrder, { id })).body).toMatchObject({ status: 401, code: 'secret_missing' });
    expect((await call(postCancel, { id, headers: bearer(foreign.secret) })).status).toBe(404);
    expect((await call(postClaim, { id, headers: bearer(foreign.secret), body: {} })).status).toBe(404);

    const claim = { payer: 'Иван', reference: '42', comment: 'done' };
    const claimed = await call(postClaim, { id, headers: bearer(made.secret), body: claim });
    expect(claimed.body).toMatchObject({ status: 'payment_claimed', claim });
    const late = await call(postCancel, { id, headers: bearer(made.secret) });
    expect(late.status).toBe(409);
  });

  it('is canceled before payment, twice without harm', async () => {
    const made = await newOrder();
    const sending = { id: String(made.id), headers: bearer(made.secret) };
    const canceled = await call(postCancel, sending);
    expect(canceled.body).toMatchObject({ status: 'canceled', canceledBy: 'customer', payTo: [] });
    expect((await call(postCancel, sending)).status).toBe(200);
  });
});
