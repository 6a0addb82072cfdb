import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { makeOffice } from '@/lib/exchange/testing/office';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { callApi, freshIp, orderBodyOf } from './support/api-client';
import { formsOf, type PageForm } from './support/forms';
import { hostileTexts } from './support/hostile';

let server: KillableServer;
let pages: string[];

beforeAll(async () => {
  const office = await makeOffice();
  server = await killableServer();
  await server.start();
  const quoted = { from: office.bank.code, to: office.coin.code, give: '6000' };
  const quote = async () => String((await callApi(server.url, '/quotes', { body: quoted })).body.id);
  const made = await callApi(server.url, '/orders', {
    body: orderBodyOf(await quote()),
    key: 'for-its-page',
  });
  pages = [
    '/en/sign-up',
    '/ru/sign-in',
    '/en/forgot-password',
    `/en/exchange/${office.bank.code}-${office.coin.code}/order?quote=${await quote()}`,
    new URL(String(made.body.url)).pathname,
  ];
});

afterAll(() => server?.stop());

const get = (place: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${place}`, {
    headers: { 'x-forwarded-for': freshIp(), ...headers },
    redirect: 'manual',
  });

async function post(place: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${place}`, {
    method: 'POST',
    headers: { 'x-forwarded-for': freshIp(), origin: server.url, ...headers },
    body,
    redirect: 'manual',
  });
}

/** As a browser without JavaScript sends it. */
function filled({ fields }: PageForm, text: string): FormData {
  const form = new FormData();
  for (const { name, value, isHidden } of fields)
    form.append(name, isHidden && name.startsWith('$ACTION') ? value : text);
  return form;
}

async function traces(): Promise<unknown> {
  return query(
    `SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM users) AS users,
       (SELECT count(*) FROM order_events) AS events, (SELECT count(*) FROM letters) AS letters`,
  );
}

/** Of a page, where words like "select" may stand. */
const inside =
  /node_modules|\bat .+\.js:\d+:\d+|pg-pool|PrismaClient|syntax error at|invalid byte sequence|AUTH_SECRET/;

describe('forms without JavaScript', () => {
  it('answer any text in any field with the page and its errors, and write nothing', async () => {
    const before = await traces();
    let sent = 0;
    for (const page of pages) {
      const forms = formsOf(await (await get(page)).text()).filter((form) => form.isAction);
      expect(forms.length, page).toBeGreaterThan(0);
      for (const form of forms) {
        // What has no field to fill is a button that does what it says.
        if (form.fields.every(({ isHidden }) => isHidden)) continue;
        for (const [what, text] of Object.entries(hostileTexts)) {
          const answer = await post(page, filled(form, text));
          const html = await answer.text();
          expect(answer.status, `${page} ${what}`).toBeLessThan(500);
          expect(html, `${page} ${what}`).not.toMatch(inside);
          expect(html, `${page} ${what}`).not.toContain('<script>alert(1)</script>');
          sent += 1;
        }
      }
    }
    expect(sent).toBeGreaterThan(50);
    expect(await traces()).toEqual(before);
  });
});

describe('a file of 50 MB', () => {
  it('is refused in words of the page’s language, and nothing fails', async () => {
    const orderPage = pages.at(-1) ?? '';
    const form = formsOf(await (await get(orderPage)).text()).find(({ isAction }) => isAction);
    if (!form) throw new Error('no form');
    const body = filled(form, 'x');
    body.append('receipt', new Blob([new Uint8Array(50 * 1024 * 1024)]), 'receipt.png');
    const answer = await post(orderPage.replace('/en/', '/ru/'), body);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/10 МБ/);
    expect(server.log()).not.toMatch(/an action failed|"level":50|exceeded/);
    // The address of the page is the order's secret.
    expect(server.log()).not.toContain(orderPage.split('/').at(-1));
  });
});

describe('server actions called by others', () => {
  const anyForm = async (page = '/en/forgot-password') => {
    const form = formsOf(await (await get(page)).text()).find(({ isAction }) => isAction);
    if (!form) throw new Error('no form');
    return filled(form, 'x');
  };

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    [
      'another site that forges the host',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
    ['an opaque origin', { origin: 'null' }],
    ['nonsense', { origin: 'nonsense' }],
  ])('are refused to %s', async (_name, headers) => {
    const answer = await post('/en/forgot-password', await anyForm(), headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toMatch(inside);
  });

  it('refuse actions that there are not, and bodies that are none', async () => {
    const long = 'x'.repeat(100_000);
    const calls: [string, BodyInit, Record<string, string>][] = [
      ['unknown action', '[]', { 'next-action': '00'.repeat(21) }],
      ['no id', '[]', { 'next-action': "' OR 1=1" }],
      ['long id', '[]', { 'next-action': long.slice(0, 5_000) }],
      ['multipart without a boundary', 'x', { 'content-type': 'multipart/form-data' }],
      [
        'compressed',
        brotliCompressSync('x'),
        { 'content-encoding': 'br', 'content-type': 'multipart/form-data; boundary=x' },
      ],
      [
        'form of a made-up action',
        `$ACTION_ID_${'0'.repeat(42)}=`,
        { 'content-type': 'application/x-www-form-urlencoded' },
      ],
      ['long', long, { 'content-type': 'text/plain' }],
    ];
    for (const [what, body, headers] of calls) {
      const answer = await post('/en/sign-in', body, headers);
      expect(answer.status, what).toBeLessThan(500);
      expect(await answer.text(), what).not.toMatch(inside);
    }
  });
});

describe('forms that arrive broken', () => {
  const part = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@b.test\r\n';

  it.each([
    ['nothing of a form', 'x'],
    ['another boundary', part.replace('--x', '--y')],
    ['a part without a head', '--x\r\nanything\r\n--x--\r\n'],
  ])('are refused in words: %s', async (_what, body) => {
    const answer = await post('/ru/sign-in', body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/Вернитесь назад/);
    expect(server.log()).not.toContain('Unexpected end of form');
  });

  it('are not those that do not say how long they are: proxies may pass forms on like that', async () => {
    const whole = `${part}--x--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: server.url };
    const body = new Blob([whole]).stream();
    const asked = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const chunked = await fetch(`${server.url}/en/sign-in`, asked);
    const measured = await post('/en/sign-in', whole, headers);
    expect(chunked.status).toBe(measured.status);
    expect(await chunked.text()).toBe(await measured.text());
  });
});

describe('addresses', () => {
  it('lead to no other site, whatever they carry', async () => {
    const places = [
      '/',
      '//evil.example',
      '/\\evil.example',
      '/%2f%2fevil.example',
      '/en//evil.example',
      '/en/sign-in?next=https://evil.example',
      '/en/sign-in?next=//evil.example',
      '/cabinet',
      '/en/cabinet',
    ];
    for (const place of places) {
      for (const headers of [{}, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }]) {
        const answer = await get(place, headers as Record<string, string>);
        const location = answer.headers.get('location');
        expect(answer.status, place).toBeLessThan(500);
        if (location) expect(new URL(location, server.url).origin, `${place} → ${location}`).toBe(server.url);
      }
    }
  });

  it('of nothing are not found, without a look inside', async () => {
    const places = [
      '/en/orders/ord_0000000000000000/x',
      '/en/orders/..%2f..%2fetc/passwd',
      "/en/orders/'%20OR%201=1/x",
      '/en/orders/%00/%00',
      '/en/exchange/%00-%00',
      '/en/exchange/__proto__-constructor',
      `/en/exchange/${'x'.repeat(5_000)}-Y`,
      '/en/exchange/%F0%9F%92%B0-%F0%9F%92%B0/order?quote=%00',
      '/en/exchange/A-B/order?quote=a&quote=b',
      '/xx/sign-in',
      '/en/%ff',
      '/api/logos/..%2f..%2fetc%2fpasswd',
      '/api/logos/%00',
      '/api/logos/%ff',
      '/api/v1/orders/%E0%A4%A',
      '/api/receipts/%27',
      '/api/live/orders/%00',
      '/_next/static/..%2f..%2f..%2fpackage.json',
      '/_next/image?url=http://127.0.0.1:1/x&w=64&q=75',
      '/.env',
      '/rates.xml?x=%00',
    ];
    for (const place of places) {
      const answer = await get(place);
      expect(answer.status, place).toBeLessThan(500);
      expect(await answer.text(), place).not.toMatch(inside);
    }
  });
});
