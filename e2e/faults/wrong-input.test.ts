import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { goodAddress, goodCard } from '@/lib/exchange/testing/orders';
import { newId } from '@/lib/ids';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { type Answer, callApi, freshIp, orderBodyOf } from './support/api-client';
import { hostileTexts, hostileValues, innerWords } from './support/hostile';

let server: KillableServer;
let office: TestOffice;
let quoteId: string;
let order: { id: string; secret: string };
let foreign: { id: string; secret: string };

beforeAll(async () => {
  office = await makeOffice();
  server = await killableServer();
  await server.start();
  order = await newOrder();
  foreign = await newOrder();
  quoteId = await newQuote();
});

afterAll(async () => {
  await server?.stop();
});

const quoteBody = (more: object = {}) => ({
  from: office.bank.code,
  to: office.coin.code,
  give: '6000',
  ...more,
});

async function newQuote(): Promise<string> {
  return String((await callApi(server.url, '/quotes', { body: quoteBody() })).body.id);
}

async function newOrder(): Promise<{ id: string; secret: string }> {
  const made = await callApi(server.url, '/orders', {
    body: orderBodyOf(await newQuote()),
    key: newId('ord'),
  });
  expect(made.status, made.text).toBe(201);
  return { id: String(made.body.id), secret: String(made.body.secret) };
}

/** How much stands in the tables that a call could write to. */
async function traces(): Promise<unknown> {
  return query(
    `SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM quotes) AS quotes,
       (SELECT count(*) FROM order_events) AS events, (SELECT count(*) FROM letters) AS letters,
       (SELECT count(*) FROM ledger_transfers) AS transfers, (SELECT sum(version) FROM orders) AS versions`,
  );
}

function expectRefusal({ status, text, body, headers }: Answer, what: string): void {
  expect(status, `${what}: ${text}`).toBeGreaterThanOrEqual(400);
  expect(status, `${what}: ${text}`).toBeLessThan(500);
  expect(headers.get('content-type'), what).toBe('application/problem+json; charset=utf-8');
  expect(body.code, what).toMatch(/^[a-z_]+$/);
  expect(text, what).not.toMatch(innerWords);
  expect(text.length, what).toBeLessThan(2_000);
  expect(headers.get('x-injected'), what).toBeNull();
}

/** Sends each, expects a problem for each, and nothing written by any. */
async function expectAllRefused(calls: [string, () => Promise<Answer>][]): Promise<void> {
  const before = await traces();
  for (let at = 0; at < calls.length; at += 10)
    await Promise.all(
      calls.slice(at, at + 10).map(async ([what, call]) => expectRefusal(await call(), what)),
    );
  expect(await traces()).toEqual(before);
}

const everything: [string, unknown][] = [...Object.entries(hostileTexts), ...Object.entries(hostileValues)];

describe('the API refuses, in its own form and without a trace', () => {
  it.each(['give', 'get', 'from', 'to'])('wrong %s of a quote', async (field) => {
    const base = field === 'get' ? quoteBody({ give: undefined }) : quoteBody();
    await expectAllRefused(
      everything.map(([what, value]) => [
        `${field}: ${what}`,
        () => callApi(server.url, '/quotes', { body: { ...base, [field]: value } }),
      ]),
    );
  });

  it.each(['quoteId', 'email', 'locale', 'requisites'])('wrong %s of an order', async (field) => {
    await expectAllRefused(
      everything.map(([what, value]) => [
        `${field}: ${what}`,
        () =>
          callApi(server.url, '/orders', {
            body: orderBodyOf(quoteId, { [field]: value }),
            key: newId('ord'),
          }),
      ]),
    );
  });

  it('wrong requisites and members that nobody asked for', async () => {
    const good = { 'give.card': goodCard, 'get.address': goodAddress };
    const send = (more: object) => () =>
      callApi(server.url, '/orders', { body: orderBodyOf(quoteId, more), key: newId('ord') });
    await expectAllRefused([
      ...everything.map(([what, value]): [string, () => Promise<Answer>] => [
        `card: ${what}`,
        send({ requisites: { ...good, 'give.card': value } }),
      ]),
      ...everything.map(([what, value]): [string, () => Promise<Answer>] => [
        `address: ${what}`,
        send({ requisites: { ...good, 'get.address': value } }),
      ]),
      ...['rateOut', 'getUnits', 'status', 'customerId', 'id', 'type', 'actor'].map(
        (name): [string, () => Promise<Answer>] => [`member ${name}`, send({ [name]: '1' })],
      ),
    ]);
  });

  it('wrong ids and secrets of orders, and those of another order', async () => {
    const texts = Object.entries(hostileTexts);
    const places = ['', '/claim', '/cancel'];
    const call = (id: string, secret: string, place: string) => () =>
      callApi(server.url, `/orders/${encodeURIComponent(id)}${place}`, {
        secret,
        method: place === '' ? 'GET' : 'POST',
      });
    await expectAllRefused([
      ...places.flatMap((place) =>
        texts
          // An empty part of a path is another path, and half a character cannot be put into one.
          .filter(([what]) => what !== 'empty' && what !== 'lone surrogate')
          .map(([what, id]): [string, () => Promise<Answer>] => [
            `id${place}: ${what}`,
            call(id, order.secret, place),
          ]),
      ),
      ...places.flatMap((place) =>
        texts
          // What can stand in a header at all.
          .filter(([, secret]) => /^[\x20-\x7e]*$/.test(secret) && secret.length < 8_000)
          .map(([what, secret]): [string, () => Promise<Answer>] => [
            `secret${place}: ${what}`,
            call(order.id, secret, place),
          ]),
      ),
      ...places.map((place): [string, () => Promise<Answer>] => [
        `foreign secret${place}`,
        call(order.id, foreign.secret, place),
      ]),
      ...places.map((place): [string, () => Promise<Answer>] => [
        `upper case${place}`,
        call(order.id.toUpperCase(), order.secret, place),
      ]),
      ['other secret', call(order.id, `${order.secret.slice(0, -1)}!`, '')],
      ['longer secret', call(order.id, `${order.secret}a`, '')],
    ]);
  });

  it('wrong details of a claim', async () => {
    const claim = (body: unknown) => () =>
      callApi(server.url, `/orders/${order.id}/claim`, { secret: order.secret, body });
    await expectAllRefused([
      ...Object.entries(hostileValues).flatMap(([what, value]) =>
        ['payer', 'reference', 'comment'].map((name): [string, () => Promise<Answer>] => [
          `${name}: ${what}`,
          claim({ [name]: value }),
        ]),
      ),
      ['payer: 10,000 characters', claim({ payer: 'x'.repeat(10_000) })],
      ['comment: 10,000 characters', claim({ comment: 'x'.repeat(10_000) })],
      ['member status', claim({ status: 'completed' })],
    ]);
  });

  it('bodies that are no body', async () => {
    const good = JSON.stringify(quoteBody());
    const raw =
      (body: string | Uint8Array, headers: Record<string, string> = {}) =>
      async () => {
        const response = await fetch(`${server.url}/api/v1/quotes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': freshIp(), ...headers },
          body: Buffer.from(body),
        });
        const text = await response.text();
        return { status: response.status, headers: response.headers, text, body: JSON.parse(text), ms: 0 };
      };
    await expectAllRefused([
      ['not JSON', raw('{"from":')],
      ['text', raw('from=A&to=B')],
      ['null', raw('null')],
      ['number', raw('1')],
      ['array', raw(`[${good}]`)],
      ['text in quotes', raw('"x"')],
      ['key twice', raw(good.replace('{', '{"give":"1",'))],
      ['escaped key twice', raw(good.replace('{', '{"gi\\u0076e":"1",'))],
      ['__proto__', raw(good.replace('{', '{"__proto__":{"give":"1"},'))],
      ['deep nesting', raw(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
      ['deep objects', raw(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
      ['broken UTF-8', raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))],
      ['UTF-16', raw(Buffer.from(good, 'utf16le'))],
      ['1 MB', raw(`{"from":"${'x'.repeat(1_000_000)}"}`)],
      ['form', raw('from=A', { 'content-type': 'application/x-www-form-urlencoded' })],
      ['plain text', raw(good, { 'content-type': 'text/plain' })],
      ['XML', raw(good, { 'content-type': 'application/xml' })],
      ['other charset', raw(good, { 'content-type': 'application/json; charset=utf-16' })],
      ['brotli', raw(brotliCompressSync(good), { 'content-encoding': 'br' })],
      ['gzip', raw(gzipSync(good), { 'content-encoding': 'gzip' })],
      ['unknown encoding', raw(good, { 'content-encoding': 'zstd' })],
    ]);
  });

  it('addresses that it does not have', async () => {
    const get = (place: string) => () => callApi(server.url, place, { method: 'GET', secret: order.secret });
    await expectAllRefused(
      [
        ['nothing', get('/nothing')],
        ['path up', get('/orders/..%2f..%2fhealth')],
        ['part of an order', get(`/orders/${order.id}/letters`)],
        ['method', () => callApi(server.url, '/orders', { method: 'PUT', body: {} })],
        ['wrong locale of a list', get('/directions?locale=%27')],
      ].filter(([what]) => what !== 'wrong locale of a list') as [string, () => Promise<Answer>][],
    );
  });

  it('and stands: nothing failed inside', async () => {
    expect(server.log()).not.toMatch(/the API failed|an action failed|uncaught/i);
    expect((await callApi(server.url, '/quotes', { body: quoteBody() })).status).toBe(201);
  });
});
