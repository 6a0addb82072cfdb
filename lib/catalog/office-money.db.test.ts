import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { changeReserve } from './change-reserve';
import { loadMethod } from './method-form';
import { listMethods } from './queries';
import { deleteMarketRate, saveMarketRate } from './save-market-rate';
import { saveOfficeRequisites } from './save-office-requisites';
import { admin, makeCatalog, refusal } from './testing/inputs';

beforeAll(makeCatalog);
afterAll(closeDatabase);

describe('rates, details and reserves of the office', () => {
  it('keeps a market pair one way round', async () => {
    await saveMarketRate({
      actor: admin,
      input: { baseCode: 'BTC', quoteCode: 'RUB', price: '6 000 000,5' },
    });
    const inverse = await refusal(
      saveMarketRate({ actor: admin, input: { baseCode: 'RUB', quoteCode: 'BTC', price: '1' } }),
    );
    expect(inverse.code).toBe('code_taken');
    for (const price of ['0', '-1', '1e9', 'abc', '']) {
      const { code } = await refusal(
        saveMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB', price } }),
      );
      expect(code).toBe('invalid_input');
    }
    expect((await query('SELECT price::text FROM market_rates'))[0]).toMatchObject({
      price: '6000000.500000000000000000',
    });
    await deleteMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB' } });
  });

  it('asks back what can be read as a price a thousand times smaller', async () => {
    const type = (price: string) =>
      saveMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB', price } });
    expect((await refusal(type('60,000'))).fields).toEqual({
      price: { key: 'rateComma', params: { whole: '60000', decimal: '60.000' } },
    });
    for (const [typed, kept] of [
      ['1,234,567', '1234567'],
      ['1,234,567.5', '1234567.5'],
      ['1234567,25', '1234567.25'],
    ] as const) {
      await type(typed);
      expect((await query('SELECT trim_scale(price)::text AS price FROM market_rates'))[0]?.price).toBe(kept);
    }
    await deleteMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB' } });
    await type('0,125');
    await deleteMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB' } });
  });

  it('asks once about a price far from the present one', async () => {
    const type = (price: string, confirmed = false) =>
      saveMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB', price }, confirmed });
    await type('6000000');
    await type('6500000');
    expect((await refusal(type('650000'))).fields).toEqual({
      price: { key: 'rateJump', params: { before: '6500000', percent: '90' } },
    });
    expect((await refusal(type('9000000'))).fields).toMatchObject({ price: { key: 'rateJump' } });
    expect((await query('SELECT price::int FROM market_rates'))[0]?.price).toBe(6_500_000);
    await type('9000000', true);
    await deleteMarketRate({ actor: admin, input: { baseCode: 'BTC', quoteCode: 'RUB' } });
  });

  it('checks the lines of the office’s own details', async () => {
    const save = (lines: unknown) =>
      saveOfficeRequisites({
        actor: admin,
        methodCode: 'BANKRUB',
        requisitesId: null,
        input: { label: 'One', lines: JSON.stringify(lines), enabled: 'on' },
      });
    await save([{ key: 'card', titles: { en: 'Card', ru: 'Карта' }, value: '2202200000000004', copy: true }]);
    expect((await refusal(save([]))).fields).toEqual({ lines: { key: 'required' } });
    expect(
      (await refusal(save([{ key: 'x', titles: { en: 'X', ru: 'X' }, value: 'a'.repeat(201), copy: true }])))
        .code,
    ).toBe('invalid_input');
    expect((await loadMethod(admin, 'BANKRUB')).officeRequisites).toHaveLength(1);
  });

  it('keeps how much may come in by a set a day and a month', async () => {
    const [set] = (await loadMethod(admin, 'BANKRUB')).officeRequisites;
    const save = (limits: Record<string, string>) =>
      saveOfficeRequisites({
        actor: admin,
        methodCode: 'BANKRUB',
        requisitesId: set?.id ?? null,
        input: { label: 'One', lines: JSON.stringify(set?.lines), enabled: 'on', ...limits },
      });
    await save({ dayLimit: '100 000', monthLimit: '1500000,50' });
    expect((await loadMethod(admin, 'BANKRUB')).officeRequisites).toMatchObject([
      { dayLimit: '100000', monthLimit: '1500000.5' },
    ]);
    expect((await refusal(save({ dayLimit: '10', monthLimit: '5' }))).fields).toEqual({
      monthLimit: { key: 'limitsCrossed' },
    });
    expect((await refusal(save({ dayLimit: '1.2345' }))).fields).toMatchObject({
      dayLimit: { key: 'amountDecimals' },
    });
  });

  it('posts a change of a reserve once, however often it is sent, and never below what is held', async () => {
    const input = {
      methodCode: 'BANKRUB',
      amount: '1 500,50',
      reason: 'Opening reserve',
      idempotencyKey: randomUUID(),
    };
    await changeReserve({ actor: admin, input });
    await changeReserve({ actor: admin, input });
    const [bank] = (await listMethods(admin)).filter(({ code }) => code === 'BANKRUB');
    expect(bank).toMatchObject({ balance: '1500.50', available: '1500.50' });
    const tooMuch = { ...input, amount: '-1500.51', idempotencyKey: randomUUID() };
    expect((await refusal(changeReserve({ actor: admin, input: tooMuch }))).code).toBe('ledger_overdraft');
    expect((await refusal(changeReserve({ actor: admin, input: { ...input, amount: '0' } }))).fields).toEqual(
      { amount: { key: 'notZero' } },
    );
    expect(
      (await refusal(changeReserve({ actor: admin, input: { ...input, reason: 'x' } }))).fields,
    ).toMatchObject({ reason: { key: 'reason' } });
  });
});
