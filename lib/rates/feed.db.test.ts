import { beforeAll, describe, expect, it } from 'vitest';

import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { ratesFeed } from './feed';
import { feedResponse } from './feed-response';

let office: TestOffice;

beforeAll(async () => {
  office = await makeOffice();
});

const ask = (headers: Record<string, string> = {}) =>
  feedResponse(new Request('http://office.test/rates.xml', { headers }));

async function settings(value: object): Promise<void> {
  await query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('office', $1, now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(value)],
  );
}

describe('/rates.xml', () => {
  it('begins at its first byte and names itself', async () => {
    const response = await ask();
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('<?xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(Date.parse(response.headers.get('last-modified') ?? '')).not.toBeNaN();
    const xml = bytes.toString();
    expect(xml.match(/<item>/g)).toHaveLength(1);
    expect(xml).toContain(
      `<from>${office.bank.code}</from><to>${office.coin.code}</to><in>6122449</in><out>1</out>`,
    );
    expect(xml).toContain('<fromfee>1%</fromfee><tofee>0.00001</tofee><param>manual</param>');
  });

  it('is not sent again to whoever knows it, until anything changes', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await ask({ 'if-none-match': known });
      expect([response.status, await response.text()]).toEqual([304, '']);
    }
    await query('UPDATE market_rates SET price = price + 1');
    const changed = await ask({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('is empty and valid while the office is closed, or nobody is there', async () => {
    const empty = '<?xml version="1.0" encoding="UTF-8"?>\n<rates/>\n';
    await settings({ open: false });
    expect((await ratesFeed()).xml).toBe(empty);
    await settings({ workDays: [] });
    expect((await ratesFeed()).xml).toBe(empty);
    await settings({});
    expect((await ratesFeed()).xml).toContain('<item>');
  });

  it('loses a direction with its rate at once', async () => {
    await query('DELETE FROM market_rates');
    expect((await ratesFeed()).xml).toContain('<rates/>');
  });

  it('of ten thousand directions takes two statements and little time', async () => {
    await query(
      `INSERT INTO payment_methods (id, code, kind, asset_code, titles, pay_in_fee_bps, created_at, updated_at)
       SELECT 'mth_' || n, 'M' || n, 'bank', CASE WHEN n % 2 = 0 THEN 'RUB' ELSE 'BTC' END, '{"en":"","ru":""}', 50, now(), now()
       FROM generate_series(1, 101) n`,
    );
    await query(
      `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, spread_bps, fee_units, created_at, updated_at)
       SELECT 'dir_' || f || '_' || t, 'mth_' || f, 'mth_' || t, 'market', 150, 5, now(), now()
       FROM generate_series(1, 101) f, generate_series(1, 101) t WHERE f <> t`,
    );
    await query(
      `INSERT INTO ledger_accounts (id, kind, owner, asset_code, sign)
       SELECT 'acc_' || id, 'reserve', id, asset_code, 1 FROM payment_methods WHERE id ~ '^mth_\\d+$'`,
    );
    await query(
      `INSERT INTO ledger_balances (account_id, stripe, sign, balance_units)
       SELECT id, 0, 1, 900000000 FROM ledger_accounts WHERE owner ~ '^mth_\\d+$'`,
    );
    await query(
      `INSERT INTO market_rates (base_code, quote_code, price, updated_at) VALUES ('BTC', 'RUB', 6000000, now())`,
    );
    await ratesFeed();
    const begun = performance.now();
    const { xml } = await ratesFeed();
    const took = performance.now() - begun;
    expect(xml.match(/<item>/g)?.length).toBe(10_101);
    // Generous, for a machine that does much else: alone it takes a small part of a second.
    expect(took).toBeLessThan(10_000);
  });
});
