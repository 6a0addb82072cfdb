import { beforeEach, describe, expect, it } from 'vitest';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { closeShift } from '@/lib/cashier/close-shift';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { operationView } from '@/lib/cashier/operation-view';
import {
  inDrawer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  refusalsOf,
  setAsset,
  startShift,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { waitingApprovalCount, waitingApprovals } from '@/lib/cashier/waiting-approvals';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';

beforeEach(async () => {
  await openWallets();
  await setAsset('RUB', {
    top_up_approval_units: null,
    write_off_approval_units: null,
    top_up_day_units: null,
  });
});

async function waiting(
  amount = '200',
  given: Parameters<typeof makeCashier>[0] = { operationUnits: 10_000n },
) {
  const [cashier, customer] = [await makeCashier(given), await makeCustomer()];
  if (given?.hasDrawer) await startShift(cashier);
  const input = topUpForm(customer, { amount });
  const { operationId, status } = await topUpByCashier({ actor: cashier, input });
  expect(status).toBe('awaiting_approval');
  return { cashier, customer, operationId };
}

describe('an operation over the limits', () => {
  it('waits, moves nothing, and is asked of the office by letter', async () => {
    const { customer, operationId } = await waiting();
    expect(await inWallet(customer.userId)).toEqual({ units: 0n, held: 0n });
    const letters = await query<{ props: object }>(
      `SELECT props FROM letters WHERE code = 'operation_to_approve' AND dedupe_key LIKE $1`,
      [`till:${operationId}:%`],
    );
    expect(letters).toMatchObject([{ props: { amount: '200.00', approvalFor: ['over_operation'] } }]);
  });

  it('tells each reason: his operation, his day, the threshold of the office', async () => {
    await setAsset('RUB', { top_up_approval_units: 30_000n });
    const cashier = await makeCashier({ operationUnits: 10_000n, dayUnits: 15_000n });
    const customer = await makeCustomer();
    const given = async (amount: string) => {
      const { operationId } = await topUpByCashier({
        actor: cashier,
        input: topUpForm(customer, { amount }),
      });
      return (await operationView(cashier, operationId)).approvalFor;
    };
    expect(await given('100')).toEqual([]);
    expect(await given('60')).toEqual(['over_day']);
    expect(await given('50')).toEqual([]);
    expect(await given('150')).toEqual(['over_operation', 'over_day']);
    expect(await given('300.01')).toEqual(['over_operation', 'over_day', 'threshold']);
  });

  it("never slips through the day's limit by many at once", async () => {
    const [cashier, customer] = [await makeCashier({ dayUnits: 50_000n }), await makeCustomer()];
    const made = await Promise.all(
      Array.from({ length: 20 }, () =>
        topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '100' }) }),
      ),
    );
    expect(made.filter(({ status }) => status === 'done')).toHaveLength(5);
    expect((await inWallet(customer.userId)).units).toBe(50_000n);
  });

  it('is approved by another person once: a senior cashier or an admin', async () => {
    for (const second of [await makeCashier({ senior: true }), await registered(staff('admin'))]) {
      const { customer, operationId } = await waiting();
      const input = { operationId, note: '' };
      const twice = await Promise.allSettled([
        approveOperation({ actor: second, input }),
        approveOperation({ actor: second, input }),
      ]);
      expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect((await inWallet(customer.userId)).units).toBe(20_000n);
      const view = await operationView(second, operationId);
      expect(view).toMatchObject({ status: 'done', approvedBy: second.name, balanceAfter: '200.00' });
      const other = await makeCashier({ senior: true });
      await expect(approveOperation({ actor: other, input })).rejects.toMatchObject({
        code: 'operation_moved',
        params: { status: 'done' },
      });
    }
  });

  it("is not approved by its cashier, the wallet's holder, a plain cashier, an operator or a customer", async () => {
    const senior = await makeCashier({ senior: true, operationUnits: 10_000n });
    const customer = await makeCustomer();
    const { operationId } = await topUpByCashier({
      actor: senior,
      input: topUpForm(customer, { amount: '200' }),
    });
    const approve = (actor: typeof senior) => approveOperation({ actor, input: { operationId, note: '' } });
    await expect(approve(senior)).rejects.toMatchObject({ code: 'second_person' });
    await expect(approve(await makeCashier())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approve(await registered(staff('operator')))).rejects.toMatchObject({ code: 'cashier_off' });
    await expect(approve(await registered(staff('accountant')))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approve(customer.actor)).rejects.toMatchObject({ code: 'cashier_off' });
    await query(`UPDATE users SET roles = '{admin}' WHERE id = $1`, [customer.userId]);
    const holder = { ...customer.actor, roles: ['admin' as const] };
    await expect(approve(holder)).rejects.toMatchObject({ code: 'cashier_own_wallet' });
    const waitingNow = (await waitingApprovals(senior)).find(({ id }) => id === operationId);
    expect(waitingNow).toMatchObject({ mayApprove: false, mayDecline: true });
    expect(await refusalsOf(senior.userId)).toEqual([['approve', 'second_person']]);
  });

  it('is looked at whole by the second person', async () => {
    const { customer, operationId } = await waiting();
    const senior = await makeCashier({ senior: true });
    const shown = (await waitingApprovals(senior)).find(({ id }) => id === operationId);
    expect(shown).toMatchObject({
      holderName: customer.actor.name,
      holderEmail: customer.actor.email,
      balance: '0.00',
      operationLimit: '100.00',
      dayUsed: '0.00',
      mayApprove: true,
    });
    expect(await waitingApprovalCount(senior)).toBeGreaterThan(0);
    expect(await waitingApprovalCount(await makeCashier())).toBe(0);
    await expect(waitingApprovals(await makeCashier())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is checked again: rights that are gone, an asset that is closed, the day of the customer', async () => {
    const senior = await makeCashier({ senior: true });
    const { cashier, customer, operationId } = await waiting();
    const approve = () => approveOperation({ actor: senior, input: { operationId, note: '' } });
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [cashier.userId]);
    await expect(approve()).rejects.toMatchObject({ code: 'operation_rights_gone' });
    await query('UPDATE cashiers SET suspended_at = NULL WHERE user_id = $1', [cashier.userId]);
    await setAsset('RUB', { enabled: false });
    await expect(approve()).rejects.toMatchObject({ code: 'wallet_asset_off' });
    await setAsset('RUB', { enabled: true, top_up_day_units: 19_999n });
    await expect(approve()).rejects.toMatchObject({ code: 'wallet_day_limit' });
    expect((await inWallet(customer.userId)).units).toBe(0n);
    await setAsset('RUB', { top_up_day_units: null });
    await approve();
    expect((await inWallet(customer.userId)).units).toBe(20_000n);
  });

  it('that more stands against by then is shown anew before it is approved', async () => {
    const senior = await makeCashier({ senior: true });
    const { operationId } = await waiting();
    await setAsset('RUB', { top_up_approval_units: 10_000n });
    const approve = () => approveOperation({ actor: senior, input: { operationId, note: '' } });
    await expect(approve()).rejects.toMatchObject({ code: 'operation_changed' });
    expect((await operationView(senior, operationId)).approvalFor).toEqual(['over_operation', 'threshold']);
    await approve();
  });

  it('in cash of a drawer is approved in an open shift only', async () => {
    const senior = await makeCashier({ senior: true });
    const { cashier, operationId } = await waiting('200', { operationUnits: 10_000n, hasDrawer: true });
    const approve = () => approveOperation({ actor: senior, input: { operationId, note: '' } });
    const { shiftId } = await operationView(senior, operationId);
    await closeShift({ actor: cashier, input: { shiftId, 'counted.RUB': '0' } });
    await expect(approve()).rejects.toMatchObject({ code: 'operation_shift_closed' });
    const next = await startShift(cashier);
    await approve();
    expect(await inDrawer(cashier.userId)).toBe(20_000n);
    expect((await operationView(senior, operationId)).shiftId).toBe(next);
  });
});

describe('a write-off over the limits', () => {
  it('holds its amount until it is decided: taken or free again', async () => {
    const senior = await makeCashier({ senior: true });
    const cashier = await makeCashier({ operationUnits: 1_000n });
    const customer = await makeCustomer('100');
    const ask = () => writeOffByCashier({ actor: cashier, input: writeOffForm(customer, { amount: '60' }) });
    const first = await ask();
    expect(await inWallet(customer.userId)).toEqual({ units: 10_000n, held: 6_000n });
    await expect(ask()).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '40.00', asset: 'RUB' },
    });
    await declineOperation({ actor: senior, input: { operationId: first.operationId, note: 'not agreed' } });
    expect(await inWallet(customer.userId)).toEqual({ units: 10_000n, held: 0n });
    const second = await ask();
    await approveOperation({ actor: senior, input: { operationId: second.operationId, note: '' } });
    expect(await inWallet(customer.userId)).toEqual({ units: 4_000n, held: 0n });
    await expect(
      declineOperation({ actor: senior, input: { operationId: second.operationId, note: 'late' } }),
    ).rejects.toMatchObject({ code: 'operation_moved' });
  });

  it('is taken back by its own cashier, and declined by nobody else without the right', async () => {
    const cashier = await makeCashier({ operationUnits: 1_000n });
    const customer = await makeCustomer('100');
    const { operationId } = await writeOffByCashier({
      actor: cashier,
      input: writeOffForm(customer, { amount: '60' }),
    });
    const decline = (actor: typeof cashier, note = 'a slip') =>
      declineOperation({ actor, input: { operationId, note } });
    await expect(decline(await makeCashier())).rejects.toMatchObject({ code: 'not_found' });
    await expect(decline(customer.actor)).rejects.toMatchObject({ code: 'cashier_off' });
    await expect(decline(cashier, '')).rejects.toMatchObject({ fields: { note: { key: 'required' } } });
    await decline(cashier);
    expect((await operationView(cashier, operationId)).status).toBe('declined');
    expect(await inWallet(customer.userId)).toEqual({ units: 10_000n, held: 0n });
  });
});
