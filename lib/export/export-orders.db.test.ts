import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { finishRefund } from '@/lib/exchange/finish-refund';
import { startRefund } from '@/lib/exchange/start-refund';
import { makeOffice, registered, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { makeOrder } from '@/lib/exchange/testing/orders';
import { answerExport } from '@/lib/export/answer-export';
import { columnTitles } from '@/lib/export/column-titles';
import { orderColumnNames } from '@/lib/export/order-columns';

const address = 'http://localhost/api/exports/orders';
let office: TestOffice;
let operator: Actor;

const ask = (search: string, actor: Actor = operator, headers: Record<string, string> = {}) =>
  answerExport(new Request(`${address}?${search}`, { headers }), actor);

async function exported(search: string, delimiter = ','): Promise<Record<string, string>[]> {
  const answer = await ask(`header=names&${search}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true }).data;
}

const all = `status=all&columns=${orderColumnNames.join(',')}`;

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
  operator = await registered(staff('operator', 'Анна'));
  for (const give of ['60000', '75000.55', '120000']) {
    const { orderId, secret } = await makeOrder(office, {}, give);
    if (give !== '120000') await claim(orderId, secret);
    await finalizeOrder({ orderId, note: 'done', payoutReference: '=1+1', actor: operator });
  }
  const canceled = await makeOrder(office);
  await cancelOrder({ orderId: canceled.orderId, reason: '-2+3, "no" payment; none', actor: operator });
  const waiting = await makeOrder(office);
  await claim(waiting.orderId, waiting.secret);
});

function claim(orderId: string, secret: string) {
  const actor: Actor = { kind: 'guest', ip: '10.9.9.9' };
  return claimPayment({
    orderId,
    reader: { secret },
    payer: 'Иван Петров',
    reference: '+7 916',
    comment: '',
    actor,
  });
}

describe('an export of orders', () => {
  it('has the same sums per asset as the ledger has for the completed orders', async () => {
    const rows = await exported('status=completed');
    expect(rows).toHaveLength(3);
    const sums = await query<{ kind: string; asset: string; units: bigint }>(
      `SELECT a.kind, a.asset_code AS asset, sum(e.amount_units)::bigint AS units FROM ledger_entries e
       JOIN ledger_transfers t ON t.id = e.transfer_id JOIN ledger_accounts a ON a.id = e.account_id
       JOIN orders o ON o.id = t.subject WHERE o.status = 'completed' GROUP BY 1, 2`,
    );
    const ledger = (kind: string, asset: string) =>
      sums.find((sum) => sum.kind === kind && sum.asset === asset)?.units ?? 0n;
    const file = (column: string, scale: number) =>
      rows.reduce((sum, row) => sum + units(row[column] ?? '', scale), 0n);
    expect(file('give', 2)).toBe(ledger('reserve', 'RUB'));
    expect(file('get', 8)).toBe(-ledger('reserve', 'BTC'));
    expect(file('fee_give', 2)).toBe(-ledger('income_fee', 'RUB'));
    expect(file('fee_get', 8)).toBe(-ledger('income_fee', 'BTC'));
    expect(file('spread', 2)).toBe(-ledger('income_spread', 'RUB'));
    expect(file('fee_give', 2) > 0n && file('spread', 2) > 0n && file('fee_get', 8) > 0n).toBe(true);
  });

  it('tells what came, went back and was kept of it, as the ledger does', async () => {
    const { orderId, secret } = await makeOrder(office, {}, '60000');
    await claim(orderId, secret);
    await startRefund({ orderId, reason: 'No', fee: '100.50', way: 'hand', actor: operator });
    await finishRefund({ orderId, reference: 'R1', note: '', actor: operator });
    const columns = 'columns=received,refunded,refund_fee';
    const [row] = await exported(`id=${orderId}&${columns}`);
    expect(row).toEqual({ received: '0.00', refunded: '59899.50', refund_fee: '100.50' });
    const [kept] = await query<{ units: bigint }>(
      `SELECT sum(e.amount_units)::bigint AS units FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
       JOIN ledger_accounts a ON a.id = e.account_id WHERE t.subject = $1 AND a.kind = 'reserve' AND a.asset_code = 'RUB'`,
      [orderId],
    );
    expect(kept?.units).toBe(10_050n);
    const [done] = await exported(`status=completed&max=70000&${columns}`);
    expect(done).toEqual({ received: '60000.00', refunded: '0.00', refund_fee: '0.00' });
    await query('UPDATE orders SET deleted_at = now() WHERE id = $1', [orderId]);
  });

  it('tells the statuses that the desk shows, all of them where all are asked', async () => {
    const statuses = async (search: string) => (await exported(search)).map(({ status }) => status).sort();
    expect(await statuses(all)).toEqual([
      'canceled',
      'completed',
      'completed',
      'completed',
      'payment_claimed',
    ]);
    expect(await statuses('')).toEqual(['payment_claimed']);
    expect(await statuses('status=canceled')).toEqual(['canceled']);
    expect(await statuses('status=all&min=70000&max=80000')).toEqual(['completed']);
    expect(await statuses('status=all&operator=none')).toEqual(['payment_claimed']);
    expect(await statuses(`status=all&from=${office.bank.id}&to=${office.coin.id}`)).toHaveLength(5);
    expect(await statuses(`status=all&from=${office.coin.id}`)).toHaveLength(0);
    expect(await statuses('status=all&since=2020-01-01&until=2020-01-02')).toEqual([]);
  });

  it('begins with a byte order mark and titles in the language asked for', async () => {
    const answer = await ask('status=all&columns=id,give&locale=ru&delimiter=semicolon');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [first] = new TextDecoder().decode(bytes).split('\n');
    expect(first).toBe(`${columnTitles.ru.id};${columnTitles.ru.give}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="orders-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
  ])('keeps every cell whole with the delimiter %s', async (name, delimiter) => {
    const rows = await exported(`${all}&delimiter=${name}`, delimiter);
    for (const row of rows) expect(Object.keys(row)).toEqual(orderColumnNames);
    const done = rows.find(({ status, give }) => status === 'completed' && give === '60000.00');
    expect(done).toMatchObject({
      from_code: office.bank.code,
      to_asset: 'BTC',
      operator: 'Анна',
      payout_reference: "'=1+1",
      payment_reference: "'+7 916",
      give_requisites: 'card: 4111111111111111',
    });
    expect(done?.get).toMatch(/^\d+\.\d{8}$/);
    expect(done?.completed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+03:00$/);
    const canceled = rows.find(({ status }) => status === 'canceled');
    expect(canceled?.cancel_reason).toBe(`'-2+3, "no" payment; none`);
    expect(canceled?.completed_at).toBe('');
  });

  it('is for operators, accountants, admins and the owner only', async () => {
    for (const role of ['operator', 'accountant', 'admin', 'owner'] as const)
      expect((await ask('columns=id', staff(role))).status).toBe(200);
    for (const role of ['customer', 'cashier', 'support'] as const) {
      const answer = await ask('columns=id', staff(role));
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'forbidden' });
    }
    expect((await ask('', { kind: 'guest', ip: '10.0.0.1' })).status).toBe(401);
    expect((await ask('', operator, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each([
    'columns=id,password_hash',
    'columns=,',
    'columns=',
    'delimiter=%7C',
    'header=sql',
    'locale=de',
    'status=mine',
    'min=1e9',
    'from=%27%20OR%201%3D1',
    'since=yesterday',
  ])('refuses %s instead of exporting something else', async (search) => {
    const answer = await ask(search);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_input', field: search.split('=')[0] });
  });

  it('sends a browser back to the page with its choice', async () => {
    const answer = await ask('page=1&status=completed&columns=nothing&locale=ru');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      '/ru/desk/exports?status=completed&columns=nothing&locale=ru&problem=invalid_input',
    );
  });

  it('is audited when it begins and, with its rows, when it ends', async () => {
    const person = staff('accountant');
    const answer = await ask('status=completed&columns=id,give', person);
    await answer.text();
    const records = await query<{ action: string; subject: string; after: Record<string, unknown> }>(
      'SELECT action, subject, after FROM audit_records WHERE actor_id = $1 ORDER BY at, action',
      [person.userId],
    );
    expect(records).toMatchObject([
      { action: 'export.orders', after: { filter: 'status=completed', columns: ['id', 'give'] } },
      { action: 'export.orders_end', after: { outcome: 'complete', rows: 3 } },
    ]);
    expect(new Set(records.map(({ subject }) => subject)).size).toBe(1);
  });
});

function units(text: string, scale: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  expect(fraction).toHaveLength(scale);
  return BigInt(whole + fraction);
}
