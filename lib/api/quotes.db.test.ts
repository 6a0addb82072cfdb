import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/api/endpoint';
import { endpoints } from '@/lib/api/endpoints';
import { listDirections } from '@/lib/api/list-directions';
import { listMethods } from '@/lib/api/list-methods';
import { postOrder } from '@/lib/api/post-order';
import { postQuote } from '@/lib/api/post-quote';
import { call, type Sending, type Told } from '@/lib/api/testing/call';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';

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

describe('methods and directions', () => {
  it('are named by codes, in the language asked for', async () => {
    const { body, headers } = await call(listMethods, { query: '?locale=ru' });
    const listed = Object.values(body) as { code: string; fields: { title: string }[] }[];
    const bank = listed.find(({ code }) => code === office.bank.code);
    expect(bank?.fields[0]?.title).toBe('Карта');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(await call(listMethods, { query: '?locale=xx' })).toMatchObject({
      status: 400,
      body: { field: 'locale' },
    });
  });

  it('tell the limits that a quote then accepts', async () => {
    const { body } = await call(listDirections);
    const [direction] = Object.values(body) as { from: string; to: string; min: string; maxGet: string }[];
    expect(direction?.from).toBe(office.bank.code);
    for (const end of [{ give: direction?.min }, { get: direction?.maxGet }]) {
      const quote = await call(postQuote, { body: { from: office.bank.code, to: office.coin.code, ...end } });
      expect(quote.status).toBe(201);
    }
  });
});

describe('a quote', () => {
  it('answers 201 with both amounts', async () => {
    const { status, body } = await call(postQuote, { body: quoteBody() });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      from: office.bank.code,
      to: office.coin.code,
      give: '60000.00',
      rounded: false,
    });
  });

  it.each([
    [{ give: 60000 }, 'give', 'decimal'],
    [{ give: '1e9' }, 'give', 'decimal'],
    [{ give: '-5' }, 'give', 'decimal'],
    [{ give: '1,5' }, 'give', 'decimal'],
    [{ give: '1 000' }, 'give', 'decimal'],
    [{ give: '1.001' }, 'give', 'amountDecimals'],
    [{ give: '60.000.000' }, 'give', 'decimal'],
    [{ give: '9'.repeat(10_000) }, 'give', 'decimal'],
    [{ give: undefined }, 'give', 'oneAmount'],
    [{ get: '1' }, 'give', 'oneAmount'],
    [{ rate: '1' }, 'rate', 'unknown'],
    [{ from: undefined }, 'from', 'required'],
    [{ from: { a: 1 } }, 'from', 'required'],
  ])('with %j names the field %s: %s', async (wrong, field, code) => {
    const { status, body } = await call(postQuote, { body: quoteBody(wrong) });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_input', field, errors: [{ field, code }] });
  });

  it('that cannot be had says the nearest that can', async () => {
    expect((await call(postQuote, { body: quoteBody({ give: '0' }) })).body).toMatchObject({
      status: 422,
      code: 'amount_too_small',
      field: 'give',
    });
    const tooMuch = await call(postQuote, {
      body: { from: office.bank.code, to: office.coin.code, get: '5' },
    });
    expect(tooMuch.body).toMatchObject({ code: 'no_reserve', nearest: { get: '1' } });
    const unknown = await call(postQuote, { body: quoteBody({ to: "X' OR 1=1" }) });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('takes only JSON, unencoded, small, with every key once', async () => {
    const text = JSON.stringify(quoteBody());
    const twice = text.replace('{', '{"give":"1",');
    const escaped = text.replace('{', '{"gi\\u0076e":"1",');
    const cases: [Sending, number, string][] = [
      [{ body: text, headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
      [{ body: text, headers: { 'content-encoding': 'br' } }, 415, 'unsupported_media_type'],
      [{ body: `{"a":"${'x'.repeat(70_000)}"}` }, 413, 'body_too_large'],
      [{ body: '['.repeat(60_000) }, 400, 'invalid_input'],
      [{ body: '{"give":' }, 400, 'invalid_input'],
      [{ body: 'null' }, 400, 'invalid_input'],
      [{ body: twice }, 400, 'invalid_input'],
      [{ body: escaped }, 400, 'invalid_input'],
      [{ body: `{"__proto__":{"give":"1"},${text.slice(1)}` }, 400, 'invalid_input'],
    ];
    for (const [sending, status, code] of cases) {
      const told = await call(postQuote, sending);
      expect([told.status, told.body.code], JSON.stringify(sending).slice(0, 80)).toEqual([status, code]);
    }
  });
});

describe('the answerer', () => {
  it('stops an address that asks too often, and says for how long', async () => {
    const rule = postOrder.limit.points;
    let told: Told | undefined;
    for (let time = 0; time <= rule; time += 1) told = await call(postOrder, { ip: '10.77.0.1', body: {} });
    expect(told).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(told?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call(postOrder, { ip: '10.77.0.2', body: {} })).status).toBe(400);
  });

  it('never tells why something broke inside', async () => {
    const broken: Endpoint = {
      ...listMethods,
      problems: [...listMethods.problems, 'unexpected'],
      run: async () => {
        throw new Error('password=hunter2 at /srv/secret.ts');
      },
    };
    const { status, body } = await call(broken);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/hunter2|srv/);
    expect(body.errorId).toMatch(/^\w{10}$/);
  });

  it('speaks the language of the caller', async () => {
    const { body } = await call(postQuote, {
      body: quoteBody({ give: 'x' }),
      headers: { 'accept-language': 'ru-RU,ru' },
    });
    expect(body.detail).toMatch(/десятичное/);
  });

  it('knows every endpoint by one operation', () => {
    const names = endpoints.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});
