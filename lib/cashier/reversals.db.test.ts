import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { closeShift } from '@/lib/cashier/close-shift';
import { operationView } from '@/lib/cashier/operation-view';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import {
  inDrawer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  startShift,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { tillDay } from '@/lib/cashier/till-day';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { balanceOf } from '@/lib/ledger/queries';

beforeEach(() => openWallets({ ownReversalMinutes: 10 }));
afterEach(() => shiftClock(0));

type Cashier = Awaited<ReturnType<typeof makeCashier>>;

const reverse = (actor: Cashier, operationId: string, reason = 'wrong wallet') =>
  reverseOperation({ actor, input: { operationId, reason } });

async function credited(given: Parameters<typeof makeCashier>[0] = {}, amount = '100') {
  const [cashier, customer] = [await makeCashier(given), await makeCustomer()];
  if (given.hasDrawer) await startShift(cashier);
  const { operationId } = await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
  return { cashier, customer, operationId };
}

const cashTakings = async () =>
  (await balanceOf({ kind: 'takings', owner: 'cash', asset: 'RUB' })).balanceUnits;

describe('a reversal', () => {
  it('takes the last operation back, once, and leaves both sides to be seen', async () => {
    const { cashier, customer, operationId } = await credited();
    await Promise.all([reverse(cashier, operationId), reverse(cashier, operationId)]);
    await reverse(cashier, operationId);
    expect((await inWallet(customer.userId)).units).toBe(0n);
    const lines = await query(
      'SELECT kind, amount_units AS units, details FROM wallet_records WHERE user_id = $1 ORDER BY entry_id',
      [customer.userId],
    );
    expect(lines).toMatchObject([
      { kind: 'top_up', units: 10_000n },
      { kind: 'reversal', units: -10_000n, details: { comment: 'wrong wallet' } },
    ]);
    const { lines: day } = await tillDay(cashier);
    expect(day.filter(({ id }) => id === operationId).map(({ line }) => line)).toEqual([
      'reversal',
      'operation',
    ]);
    const letters = await query(`SELECT 1 FROM letters WHERE user_id = $1 AND code = 'wallet_reversed'`, [
      customer.userId,
    ]);
    expect(letters).toHaveLength(1);
    await expect(reverse(cashier, operationId, 'another reason')).rejects.toMatchObject({
      code: 'operation_moved',
    });
  });

  it('of one’s own is for the last operation only, and within the minutes', async () => {
    const { cashier, customer, operationId } = await credited();
    const second = await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '1' }) });
    await expect(reverse(cashier, operationId)).rejects.toMatchObject({
      code: 'reversal_late',
      params: { minutes: '10' },
    });
    expect((await operationView(cashier, operationId)).mayReverse).toBe(false);
    shiftClock(9 * 60_000);
    expect((await operationView(cashier, second.operationId)).mayReverse).toBe(true);
    shiftClock(10 * 60_000 + 1_000);
    expect((await operationView(cashier, second.operationId)).mayReverse).toBe(false);
    await expect(reverse(cashier, second.operationId)).rejects.toMatchObject({ code: 'reversal_late' });
    const senior = await makeCashier({ senior: true });
    await reverse(senior, operationId);
    await reverse(senior, second.operationId);
    expect((await inWallet(customer.userId)).units).toBe(0n);
  });

  it('by another needs the right, and is never of one’s own wallet', async () => {
    const { cashier, customer, operationId } = await credited();
    await expect(reverse(await makeCashier(), operationId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reverse(customer.actor, operationId)).rejects.toMatchObject({ code: 'cashier_off' });
    await expect(reverse(await registered(staff('operator')), operationId)).rejects.toMatchObject({
      code: 'cashier_off',
    });
    const holder = { ...customer.actor, roles: ['owner' as const] };
    await expect(reverse(holder, operationId)).rejects.toMatchObject({ code: 'cashier_own_wallet' });
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [cashier.userId]);
    await expect(reverse(cashier, operationId)).rejects.toMatchObject({ code: 'cashier_off' });
    await reverse(await registered(staff('owner')), operationId);
    expect((await inWallet(customer.userId)).units).toBe(0n);
  });

  it('of what a second person allowed is not one person’s', async () => {
    const cashier = await makeCashier({ operationUnits: 1_000n });
    const [senior, customer] = [await makeCashier({ senior: true }), await makeCustomer()];
    const { operationId } = await topUpByCashier({
      actor: cashier,
      input: topUpForm(customer, { amount: '50' }),
    });
    await expect(reverse(cashier, operationId)).rejects.toMatchObject({ code: 'operation_moved' });
    await approveOperation({ actor: senior, input: { operationId, note: '' } });
    await expect(reverse(cashier, operationId)).rejects.toMatchObject({ code: 'reversal_late' });
    await reverse(senior, operationId);
  });

  it('of a top-up needs the money to be there: spent or held, it is refused', async () => {
    const { cashier, customer, operationId } = await credited();
    const other = await makeCashier({ operationUnits: 1_000n });
    await writeOffByCashier({ actor: other, input: writeOffForm(customer, { amount: '60' }) });
    await expect(reverse(cashier, operationId)).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '40.00', asset: 'RUB' },
    });
    expect((await operationView(cashier, operationId)).status).toBe('done');
  });

  it('of cash goes through the drawer it came into while that shift is open', async () => {
    const { cashier, operationId } = await credited({ hasDrawer: true });
    expect(await inDrawer(cashier.userId)).toBe(10_000n);
    await reverse(await registered(staff('admin')), operationId);
    expect(await inDrawer(cashier.userId)).toBe(0n);
  });

  it('of cash of a closed shift goes through the open drawer of whoever reverses, or past the drawers', async () => {
    for (const hasDrawer of [true, false]) {
      const { cashier, operationId } = await credited({ hasDrawer: true });
      const { shiftId } = await operationView(cashier, operationId);
      await closeShift({ actor: cashier, input: { shiftId, 'counted.RUB': '100' } });
      await expect(reverse(cashier, operationId)).rejects.toMatchObject({ code: 'shift_closed' });
      const senior = await makeCashier({ senior: true, hasDrawer });
      if (hasDrawer) await startShift(senior, '500', 'from the safe');
      const before = await cashTakings();
      await reverse(senior, operationId);
      expect(await inDrawer(cashier.userId)).toBe(10_000n);
      expect(await inDrawer(senior.userId)).toBe(hasDrawer ? 40_000n : 0n);
      expect((await cashTakings()) - before).toBe(hasDrawer ? 0n : -10_000n);
    }
  });

  it('gives the fee back as well', async () => {
    await query(`UPDATE wallet_assets SET cashier_fee_bps = 500 WHERE asset_code = 'RUB'`);
    const income = async () =>
      (await balanceOf({ kind: 'income_fee', owner: 'house', asset: 'RUB' })).balanceUnits;
    const before = await income();
    const { cashier, operationId } = await credited();
    await query(`UPDATE wallet_assets SET cashier_fee_bps = 0 WHERE asset_code = 'RUB'`);
    expect((await income()) - before).toBe(-500n);
    await reverse(cashier, operationId);
    expect(await income()).toBe(before);
  });
});
