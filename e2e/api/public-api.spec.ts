import { type APIRequestContext, expect, test } from '@playwright/test';

const api = '/api/v1';
const address = '1BoatSLRHtKNngkdXEeobR76b53LETtpyT';

type Quote = { id: string; give: string; get: string; min: string };

async function newQuote(request: APIRequestContext, body: object): Promise<Quote> {
  const response = await request.post(`${api}/quotes`, { data: body });
  expect(response.status()).toBe(201);
  return response.json();
}

test('a program exchanges: from the directions to an order that it cancels', async ({ request }) => {
  const directions: { from: string; to: string; min: string }[] = await (
    await request.get(`${api}/directions`)
  ).json();
  const direction = directions.find(({ from, to }) => from === 'SBERRUB' && to === 'BTC');
  const quote = await newQuote(request, { from: 'SBERRUB', to: 'BTC', give: direction?.min });
  expect(quote.give).toBe(direction?.min);

  const key = `e2e-${crypto.randomUUID()}`;
  const body = {
    quoteId: quote.id,
    email: `api-${key}@example.com`,
    requisites: { 'give.holder': 'Анна Смирнова', 'get.address': address },
    locale: 'ru',
  };
  const send = (data: object) => request.post(`${api}/orders`, { data, headers: { 'idempotency-key': key } });
  const made = await send(body);
  const order = await made.json();
  expect(made.status(), JSON.stringify(order)).toBe(201);
  expect(order).toMatchObject({ status: 'pending_processing', give: quote.give, get: quote.get });
  expect(order.payTo.length).toBeGreaterThan(0);
  expect(await (await send(body)).json()).toEqual(order);
  expect((await send({ ...body, locale: 'en' })).status()).toBe(409);

  const headers = { authorization: `Bearer ${order.secret}` };
  const read = await request.get(`${api}/orders/${order.id}`, { headers });
  expect(await read.json()).toMatchObject({ id: order.id, may: { cancel: true } });
  expect((await request.get(order.url.replace(/^https?:\/\/[^/]+/, ''))).status()).toBe(200);
  expect(
    (await request.get(`${api}/orders/${order.id}`, { headers: { authorization: 'Bearer x' } })).status(),
  ).toBe(404);

  const canceled = await request.post(`${api}/orders/${order.id}/cancel`, { headers });
  expect(await canceled.json()).toMatchObject({ status: 'canceled', canceledBy: 'customer' });
});

test('what is wrong is said as a problem with a code and the field', async ({ request }) => {
  const wrong = await request.post(`${api}/quotes`, { data: { from: 'SBERRUB', to: 'BTC', give: '1e9' } });
  expect(wrong.headers()['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(await wrong.json()).toMatchObject({ status: 400, code: 'invalid_input', field: 'give' });
  const small = await request.post(`${api}/quotes`, { data: { from: 'SBERRUB', to: 'BTC', give: '1' } });
  const { code, nearest } = await small.json();
  expect(code).toBe('amount_too_small');
  await newQuote(request, { from: 'SBERRUB', to: 'BTC', give: nearest.give });
});

test('every address of the API answers in its own form', async ({ request }) => {
  const unknown = await request.get(`${api}/nothing/here`);
  expect([unknown.status(), (await unknown.json()).code]).toEqual([404, 'not_found']);
  const method = await request.delete(`${api}/quotes`);
  expect([method.status(), method.headers().allow]).toEqual([405, 'POST']);
  const form = await request.post(`${api}/quotes`, { form: { from: 'SBERRUB', to: 'BTC', give: '5000' } });
  expect(form.status()).toBe(415);
  const secretless = await request.get(`${api}/orders/ord_0000000000000000`);
  expect(secretless.status()).toBe(401);
});

test('the description lists what is served', async ({ request }) => {
  const description = await (await request.get(`${api}/openapi.json`)).json();
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toContain('/orders/{id}/claim');
  const preflight = await request.fetch(`${api}/quotes`, {
    method: 'OPTIONS',
    headers: { origin: 'https://example.com' },
  });
  expect(preflight.headers()['access-control-allow-origin']).toBe('*');
  const orders = await request.fetch(`${api}/orders`, {
    method: 'OPTIONS',
    headers: { origin: 'https://example.com' },
  });
  expect(orders.headers()['access-control-allow-origin']).toBeUndefined();
});
