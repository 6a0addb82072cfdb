import { beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { directionByCodes, openDirections, openMethods } from './catalog';
import { createQuote, loadQuote } from './create-quote';
import { previewPrice } from './preview-price';

const now = new Date('2026-03-01T10:00:00Z');

beforeAll(async () => {
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at)
     VALUES ('RUB', 'fiat', 2, '{"en":"Rouble","ru":"Рубль"}', $1), ('BTC', 'crypto', 8, '{"en":"Bitcoin","ru":"Биткоин"}', $1)`,
    [now],
  );
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, pay_in_fee_bps, pay_out_fee_units, created_at, updated_at)
     VALUES ('mth_rub', 'SBERRUB', 'bank', 'RUB', '{"en":"Sber","ru":"Сбер"}', 100, 0, $1, $1),
            ('mth_btc', 'BTC', 'crypto', 'BTC', '{"en":"Bitcoin","ru":"Биткоин"}', 0, 10000, $1, $1),
            ('mth_usd', 'WMZ', 'emoney', 'RUB', '{"en":"Wm","ru":"Вм"}', 0, 0, $1, $1)`,
    [now],
  );
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, spread_bps, min_give_units, created_at, updated_at)
     VALUES ('dir_rb', 'mth_rub', 'mth_btc', 'market', 200, 100000, $1, $1),
            ('dir_br', 'mth_btc', 'mth_rub', 'market', 200, NULL, $1, $1)`,
    [now],
  );
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, type, rate_kind, fixed_in, fixed_out, created_at, updated_at)
     VALUES ('dir_ru', 'mth_rub', 'mth_usd', 'automatic', 'fixed', 95.5, 1, $1, $1)`,
    [now],
  );
  await query(
    `INSERT INTO market_rates (base_code, quote_code, price, updated_at) VALUES ('BTC', 'RUB', 6425000.5, $1)`,
    [now],
  );
  await query(
    `INSERT INTO ledger_accounts (id, kind, owner, asset_code, sign) VALUES ('acc_btc', 'reserve', 'mth_btc', 'BTC', 1)`,
  );
  await query(
    `INSERT INTO ledger_balances (account_id, stripe, sign, balance_units, held_units) VALUES ('acc_btc', 0, 1, 150000000, 50000000)`,
  );
});

describe('the catalog', () => {
  it('tells methods with their free reserve', async () => {
    const methods = await openMethods();
    expect(methods.map(({ code, reserve }) => [code, reserve])).toEqual([
      ['BTC', '1.00000000'],
      ['SBERRUB', '0.00'],
      ['WMZ', '0.00'],
    ]);
  });

  it('offers what can be done and hides what cannot', async () => {
    const directions = await openDirections();
    expect(directions.map(({ from, to, state }) => `${from}-${to} ${state}`)).toEqual([
      'BTC-SBERRUB no_reserve',
      'SBERRUB-BTC open',
    ]);
    expect(directions[1]).toMatchObject({
      type: 'operator',
      rate: { in: '6556123', out: '1' },
      give: { min: '1000.00' },
      get: { max: '1.00000000' },
      fees: [
        { side: 'give', of: 'method', percent: '1', fixed: '0.00', min: '0.00' },
        { side: 'get', of: 'method', percent: '0', fixed: '0.00010000' },
      ],
    });
  });

  it('knows a direction by its codes, even one whose type cannot be done', async () => {
    expect(await directionByCodes('SBERRUB', 'WMZ')).toMatchObject({
      state: 'direction_closed',
      rate: { in: '95.5' },
    });
    expect(await directionByCodes('SBERRUB', 'NOPE')).toBeNull();
    expect(await directionByCodes("SBERRUB'; --", '\0')).toBeNull();
  });
});

describe('a quote', () => {
  it('freezes both amounts, the rate and the fees', async () => {
    const quote = await createQuote({ from: 'SBERRUB', to: 'BTC', side: 'give', amount: '50 000,00' });
    expect(quote).toMatchObject({
      state: 'open',
      rounded: false,
      give: { amount: '50000.00', fee: '500.00' },
      get: { amount: '0.00745019', fee: '0.00010000' },
      rate: { in: '6556123', out: '1' },
    });
    await query('UPDATE market_rates SET price = 1');
    const later = await loadQuote(quote.id);
    await query('UPDATE market_rates SET price = 6425000.5');
    expect(later).toMatchObject({ id: quote.id, give: quote.give, get: quote.get, rate: quote.rate });
  });

  it('expires after the minutes of the settings', async () => {
    const quote = await createQuote({ from: 'SBERRUB', to: 'BTC', side: 'get', amount: '0.01' });
    expect(quote.get.amount).toBe('0.01000000');
    expect(quote.expiresAt.getTime() - quote.createdAt.getTime()).toBe(10 * 60_000);
    shiftClock(10 * 60_000);
    const later = await loadQuote(quote.id);
    shiftClock(0);
    expect(later?.state).toBe('expired');
  });

  it('is refused with the nearest amount that works', async () => {
    const tooSmall = createQuote({ from: 'SBERRUB', to: 'BTC', side: 'give', amount: '10' });
    await expect(tooSmall).rejects.toMatchObject({
      code: 'amount_too_small',
      fields: { give: { key: 'amountLeast', params: { nearest: '1000', asset: 'RUB' } } },
    });
    const tooMuch = createQuote({ from: 'SBERRUB', to: 'BTC', side: 'get', amount: '1.00000001' });
    await expect(tooMuch).rejects.toMatchObject({
      code: 'no_reserve',
      fields: { get: { params: { nearest: '1' } } },
    });
    const nonsense = createQuote({ from: 'SBERRUB', to: 'BTC', side: 'give', amount: '1e9' });
    await expect(nonsense).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { give: { key: 'amount' } },
    });
  });

  it('costs what the preview said', async () => {
    const [preview, quote] = await Promise.all([
      previewPrice({ from: 'SBERRUB', to: 'BTC', side: 'get', amountText: '0,123456789' }),
      createQuote({ from: 'SBERRUB', to: 'BTC', side: 'get', amount: '0.12345678' }),
    ]);
    expect(preview).toMatchObject({ ok: false, field: { problem: { key: 'amountDecimals' } } });
    const again = await previewPrice({ from: 'SBERRUB', to: 'BTC', side: 'get', amountText: '0,12345678' });
    expect(again).toMatchObject({
      ok: true,
      give: quote.give.amount,
      get: quote.get.amount,
      rate: quote.rate,
    });
  });

  it('is not given by a closed office', async () => {
    await query(`INSERT INTO settings (key, value, updated_at) VALUES ('office', '{"open": false}', $1)`, [
      now,
    ]);
    const refused = createQuote({ from: 'SBERRUB', to: 'BTC', side: 'give', amount: '5000' });
    await expect(refused).rejects.toMatchObject({ code: 'direction_closed' });
    expect(await openDirections()).toEqual([]);
    await query(`DELETE FROM settings`);
  });
});
