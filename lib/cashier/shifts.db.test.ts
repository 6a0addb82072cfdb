import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeShift } from '@/lib/cashier/close-shift';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { openShift } from '@/lib/cashier/open-shift';
import { currentShift, drawerBalances, recentShifts, shiftView } from '@/lib/cashier/shift-queries';
import {
  inDrawer,
  makeCashier,
  makeCustomer,
  openWallets,
  startShift,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { houseAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';

beforeEach(() => openWallets());

const withDrawer = (more = {}) => makeCashier({ hasDrawer: true, ...more });
const close = (actor: Awaited<ReturnType<typeof withDrawer>>, shiftId: string, counted: string, note = '') =>
  closeShift({ actor, input: { shiftId, 'counted.RUB': counted, note } });
const differences = async () => (await balanceOf(houseAccount('drawer_difference', 'RUB'))).balanceUnits;
const lettersOf = (shiftId: string) =>
  query<{ props: object }>(
    `SELECT props FROM letters WHERE code = 'shift_difference' AND dedupe_key LIKE $1 ORDER BY dedupe_key DESC`,
    [`shift:${shiftId}:%`],
  );

describe('a shift', () => {
  it('is opened and closed by counting; what adds up asks and tells nothing', async () => {
    const [cashier, customer] = [await withDrawer(), await makeCustomer()];
    const shiftId = await startShift(cashier);
    await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '70.50' }) });
    expect(await currentShift(cashier)).toMatchObject({
      id: shiftId,
      now: [{ asset: 'RUB', balance: '70.50' }],
    });
    await close(cashier, shiftId, '70.50');
    expect(await currentShift(cashier)).toBeNull();
    expect(await shiftView(cashier, shiftId)).toMatchObject({
      closed: [{ asset: 'RUB', expected: '70.50', counted: '70.50', difference: '0.00' }],
    });
    expect(await lettersOf(shiftId)).toEqual([]);
  });

  it('with a difference asks why, posts it and tells the office, at either end', async () => {
    const [cashier, customer] = [await withDrawer(), await makeCustomer()];
    const before = await differences();
    const opening = { 'counted.RUB': '20', idempotencyKey: randomUUID() };
    await expect(openShift({ actor: cashier, input: opening })).rejects.toMatchObject({
      fields: { note: { key: 'drawerDifference', params: { differences: '+20.00 RUB' } } },
    });
    const { shiftId } = await openShift({
      actor: cashier,
      input: { ...opening, note: 'left from yesterday' },
    });
    await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '100' }) });
    await expect(close(cashier, shiftId, '115')).rejects.toMatchObject({
      fields: { note: { params: { differences: '-5.00 RUB' } } },
    });
    await close(cashier, shiftId, '115', 'a wrong note as change');
    expect(await inDrawer(cashier.userId)).toBe(11_500n);
    expect((await differences()) - before).toBe(-2_000n + 500n);
    const letters = await lettersOf(shiftId);
    expect(letters.map(({ props }) => props)).toMatchObject([
      { end: 'open', counts: [{ difference: '20.00' }] },
      { end: 'close', counts: [{ difference: '-5.00' }], note: 'a wrong note as change' },
    ]);
    const admin = await registered(staff('admin'));
    const found = await recentShifts(admin, { differing: true, cashierId: cashier.userId });
    expect(found.map(({ id }) => id)).toEqual([shiftId]);
  });

  it('is one at a time, and one however often the form is sent', async () => {
    const cashier = await withDrawer();
    const input = { 'counted.RUB': '0', idempotencyKey: randomUUID() };
    const presses = await Promise.all(Array.from({ length: 10 }, () => openShift({ actor: cashier, input })));
    expect(new Set(presses.map(({ shiftId }) => shiftId)).size).toBe(1);
    const shiftId = presses[0]?.shiftId ?? '';
    await expect(startShift(cashier)).rejects.toMatchObject({ code: 'shift_open' });
    await Promise.all([close(cashier, shiftId, '0'), close(cashier, shiftId, '0')]);
    await expect(close(cashier, shiftId, '1', 'late')).rejects.toMatchObject({ code: 'shift_closed' });
    await expect(
      openShift({ actor: cashier, input: { ...input, 'counted.RUB': '1' } }),
    ).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
  });

  it('ends before or after an operation of the same moment, never in between', async () => {
    const [cashier, customer] = [await withDrawer(), await makeCustomer()];
    const shiftId = await startShift(cashier);
    const [made, closed] = await Promise.allSettled([
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '10' }) }),
      close(cashier, shiftId, '10', 'as counted'),
    ]);
    expect(closed.status).toBe('fulfilled');
    const { closed: counts } = await shiftView(cashier, shiftId);
    expect(counts[0]?.difference).toBe(made.status === 'fulfilled' ? '0.00' : '10.00');
    expect(await inDrawer(cashier.userId)).toBe(1_000n);
  });

  it('is only for cashiers with a drawer; of another it is closed by a senior or an admin', async () => {
    await expect(startShift(await makeCashier())).rejects.toMatchObject({ code: 'forbidden' });
    const cashier = await withDrawer();
    const shiftId = await startShift(cashier);
    await expect(close(await withDrawer(), shiftId, '0')).rejects.toMatchObject({ code: 'not_found' });
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [cashier.userId]);
    await expect(close(cashier, shiftId, '0')).rejects.toMatchObject({ code: 'cashier_off' });
    await close(await makeCashier({ senior: true }), shiftId, '3', 'found in the drawer');
    const [letter] = await lettersOf(shiftId);
    expect(letter?.props).toMatchObject({ cashier: cashier.name, countedBy: expect.any(String) });
  });

  it.each([
    ['', 'required'],
    ['-1', 'amount'],
    ['1.001', 'amountDecimals'],
    ['1e3', 'amount'],
  ])('refuses a count of "%s"', async (counted, key) => {
    const cashier = await withDrawer();
    await expect(startShift(cashier, counted)).rejects.toMatchObject({ fields: { 'counted.RUB': { key } } });
  });
});

describe('cash of a drawer', () => {
  it('is brought and collected in an open shift, never more than there is, once a form', async () => {
    const cashier = await withDrawer();
    const move = (direction: string, amount: string, idempotencyKey = randomUUID()) =>
      moveDrawer({
        actor: cashier,
        input: { asset: 'RUB', direction, amount, note: 'safe', idempotencyKey },
      });
    await expect(move('bring', '100')).rejects.toMatchObject({ code: 'shift_closed' });
    const shiftId = await startShift(cashier);
    const before = await balanceOf(houseAccount('capital', 'RUB'));
    const key = randomUUID();
    await Promise.all([move('bring', '100', key), move('bring', '100', key)]);
    await expect(move('bring', '101', key)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
    await expect(move('collect', '100.01')).rejects.toMatchObject({
      code: 'drawer_not_enough',
      params: { available: '100.00', asset: 'RUB' },
    });
    await move('collect', '40');
    expect(await inDrawer(cashier.userId)).toBe(6_000n);
    // What was collected is the office's only once somebody has received it.
    expect((await balanceOf(houseAccount('capital', 'RUB'))).balanceUnits - before.balanceUnits).toBe(
      -10_000n,
    );
    const { moves } = await shiftView(cashier, shiftId);
    expect(moves.map(({ direction, amount }) => [direction, amount])).toEqual([
      ['collect', '40.00'],
      ['bring', '100.00'],
    ]);
    expect(await drawerBalances(cashier)).toMatchObject([
      { asset: 'RUB', balance: '60.00', shiftOpen: true },
    ]);
    await expect(
      moveDrawer({
        actor: cashier,
        input: { asset: 'USD', direction: 'bring', amount: '1', idempotencyKey: randomUUID() },
      }),
    ).rejects.toMatchObject({ code: 'cashier_asset' });
  });
});
