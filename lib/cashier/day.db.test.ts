import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeDayOf } from '@/lib/cashier/office-day';
import { operationPicture, operationView } from '@/lib/cashier/operation-view';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import {
  makeCashier,
  makeCustomer,
  openWallets,
  setAsset,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { tillCsv } from '@/lib/cashier/till-csv';
import { tillDay, tillTotals } from '@/lib/cashier/till-day';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';

beforeEach(async () => {
  await openWallets();
  await setAsset('RUB', { top_up_day_units: null });
});
afterEach(async () => {
  shiftClock(0);
  await query(`DELETE FROM settings WHERE key = 'office'`);
});

/** From now on the office's clock says this. */
const setNow = (iso: string) => shiftClock(Date.parse(iso) - Date.now());

const inZone = (timeZone: string) =>
  query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('office', $1, now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ timeZone })],
  );

describe("the till's day", () => {
  it('shows a cashier his own, a senior all, and adds up', async () => {
    const [cashier, other, senior] = [
      await makeCashier(),
      await makeCashier(),
      await makeCashier({ senior: true }),
    ];
    const customer = await makeCustomer();
    const credit = (actor: typeof cashier, amount: string, moneyKind = 'cash') =>
      topUpByCashier({ actor, input: topUpForm(customer, { amount, moneyKind }) });
    await credit(cashier, '100');
    const card = await credit(cashier, '50', 'card');
    const foreign = await credit(other, '7');
    await writeOffByCashier({
      actor: cashier,
      input: writeOffForm(customer, {
        amount: '30',
        reason: 'paid_out',
        moneyKind: 'cash',
        receiptNumber: 'KO-7',
      }),
    });
    await writeOffByCashier({ actor: cashier, input: writeOffForm(customer, { amount: '5' }) });
    await reverseOperation({
      actor: senior,
      input: { operationId: card.operationId, reason: 'card declined' },
    });
    const { lines, day } = await tillDay(cashier);
    expect(lines.map(({ line, kind, amount }) => `${line} ${kind} ${amount}`)).toEqual([
      'reversal top_up 50.00',
      'operation write_off 5.00',
      'operation write_off 30.00',
      'operation top_up 50.00',
      'operation top_up 100.00',
    ]);
    expect(day).toBe(officeDayOf(now(), 'Europe/Moscow').day);
    const { totals, flow, waiting } = await tillTotals(cashier);
    expect(
      totals.map(({ line, kind, moneyKind, count, amount }) => [line, kind, moneyKind, count, amount]),
    ).toEqual([
      ['operation', 'top_up', 'card', 1, '50.00'],
      ['operation', 'top_up', 'cash', 1, '100.00'],
      ['reversal', 'top_up', 'card', 1, '50.00'],
      ['operation', 'write_off', 'cash', 1, '30.00'],
      ['operation', 'write_off', 'other', 1, '5.00'],
    ]);
    expect(flow).toEqual([{ asset: 'RUB', scale: 2, cameIn: '150.00', wentOut: '80.00', net: '70.00' }]);
    expect(waiting).toBe(0);
    const all = await tillDay(senior);
    expect(all.lines.map(({ id }) => id)).toContain(foreign.operationId);
    await expect(operationView(cashier, foreign.operationId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(operationPicture(senior, foreign.operationId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(tillDay(customer.actor)).rejects.toMatchObject({ code: 'cashier_off' });
    await expect(tillDay(await registered(staff('operator')))).rejects.toMatchObject({ code: 'cashier_off' });
    expect(
      (await tillDay(await registered(staff('accountant')), { cashierId: other.userId })).lines,
    ).toHaveLength(1);
  });

  it('is filtered by what the address says, and by nothing it does not know', async () => {
    const [cashier, customer] = [await makeCashier({ operationUnits: 5_000n }), await makeCustomer()];
    const first = await topUpByCashier({
      actor: cashier,
      input: topUpForm(customer, { amount: '10', receiptNumber: `F ${cashier.userId}` }),
    });
    await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '60', moneyKind: 'card' }) });
    const amounts = async (filter: Record<string, string>) =>
      (await tillDay(cashier, filter)).lines.map(({ amount }) => amount);
    expect(await amounts({ moneyKind: 'card' })).toEqual(['60.00']);
    expect(await amounts({ status: 'awaiting_approval' })).toEqual(['60.00']);
    expect(await amounts({ status: 'done' })).toEqual(['10.00']);
    expect(await amounts({ kind: 'write_off' })).toEqual([]);
    expect(await amounts({ search: `f-${cashier.userId}` })).toEqual(['10.00']);
    expect(await amounts({ search: customer.number })).toEqual(['60.00', '10.00']);
    const { number } = await operationView(cashier, first.operationId);
    expect(await amounts({ search: `#${number}` })).toEqual(['10.00']);
    expect(await amounts({ search: "' OR 1=1 --" })).toEqual([]);
    expect(await amounts({ kind: 'x', status: "'", asset: 'rub;', moneyKind: '%' })).toEqual([
      '60.00',
      '10.00',
    ]);
    expect((await tillTotals(cashier, { status: 'awaiting_approval' })).waiting).toBe(1);
  });

  it.each([
    ['2027-03-28', '2027-03-27T23:30:00Z', '2027-03-28T21:30:00Z', '2027-03-28T22:30:00Z'],
    ['2027-10-31', '2027-10-30T22:30:00Z', '2027-10-31T22:30:00Z', '2027-10-31T23:30:00Z'],
  ])(
    'of %s, when the clock changes, has its 23 or 25 hours in list and limit',
    async (day, first, last, next) => {
      await inZone('Europe/Berlin');
      setNow(first);
      const [cashier, customer] = [await makeCashier({ dayUnits: 10_000n }), await makeCustomer()];
      const credit = async (amount: string) => {
        const { status } = await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
        return status;
      };
      expect(await credit('60')).toBe('done');
      setNow(last);
      expect(await credit('41')).toBe('awaiting_approval');
      expect(await credit('40')).toBe('done');
      expect(await tillDay(cashier)).toMatchObject({ day });
      expect((await tillDay(cashier)).lines).toHaveLength(3);
      setNow(next);
      expect(await credit('100')).toBe('done');
      expect((await tillDay(cashier)).lines).toHaveLength(1);
      expect((await tillDay(cashier, { day })).lines).toHaveLength(3);
    },
  );

  it('of older days is for those who see all', async () => {
    const [cashier, admin] = [await makeCashier(), await registered(staff('admin'))];
    const today = (await tillDay(cashier)).day;
    expect((await tillDay(cashier, { day: '2020-01-01' })).day).toBe(today);
    expect((await tillDay(admin, { day: '2020-01-01' })).day).toBe('2020-01-01');
    expect((await tillDay(admin, { day: '2099-01-01' })).day).toBe(today);
  });

  it('comes as a file that a spreadsheet reads and does not run', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    await query(`UPDATE users SET name = '=cmd Evil' WHERE id = $1`, [customer.userId]);
    const input = topUpForm(customer, { amount: '10', comment: '=1+1', receiptNumber: '=HYPERLINK("x")' });
    const { operationId } = await topUpByCashier({ actor: cashier, input });
    await reverseOperation({ actor: cashier, input: { operationId, reason: 'a; "test"' } });
    const { body, fileName } = await tillCsv({ actor: cashier, filter: {}, locale: 'ru' });
    expect(fileName).toMatch(/^till-\d{4}-\d{2}-\d{2}\.csv$/);
    const rows = body.trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^\ufeffВремя;Операция/);
    expect(body).not.toMatch(/(^|;)"?=/m);
    expect(rows[1]).toContain(';-10.00;');
    expect(rows[1]).toContain('"a; ""test"""');
    const audits = await query(`SELECT 1 FROM audit_records WHERE action = 'export.till' AND actor_id = $1`, [
      cashier.userId,
    ]);
    expect(audits).toHaveLength(1);
  });

  it('comes as a file whatever the address carries, and only what filters is kept of it', async () => {
    const cashier = await makeCashier();
    const filter = { search: '\0', status: 'done\0', cashierId: 'x'.repeat(500), other: 'y' };
    await tillCsv({ actor: cashier, filter, locale: 'en' });
    const [kept] = await query<{ filter: object }>(
      `SELECT after->'filter' AS filter FROM audit_records WHERE action = 'export.till' AND actor_id = $1`,
      [cashier.userId],
    );
    expect(kept?.filter).toEqual({ status: 'done', cashierId: 'x'.repeat(60) });
  });
});
