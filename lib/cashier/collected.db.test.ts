import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { closeShift } from '@/lib/cashier/close-shift';
import { decideCollected } from '@/lib/cashier/decide-collected';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { currentShift, shiftView } from '@/lib/cashier/shift-queries';
import {
  inDrawer,
  makeCashier,
  makeCustomer,
  openWallets,
  refusalsOf,
  startShift,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { waitingApprovalCount } from '@/lib/cashier/waiting-approvals';
import { waitingCollections } from '@/lib/cashier/waiting-collections';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { houseAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { reconcile } from '@/lib/ledger/reconcile';

beforeEach(async () => {
  await openWallets();
  await query('UPDATE drawer_moves SET decided_at = created_at WHERE decided_at IS NULL');
});

/** A cashier who took 100 roubles and wrote down that he collected 80 of them. */
async function collected(): Promise<{ cashier: UserActor; shiftId: string; moveId: string }> {
  const [cashier, customer] = [await makeCashier({ hasDrawer: true, senior: true }), await makeCustomer()];
  const shiftId = await startShift(cashier);
  await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '100' }) });
  const input = { asset: 'RUB', direction: 'collect', amount: '80', idempotencyKey: randomUUID() };
  return { cashier, shiftId, ...(await moveDrawer({ actor: cashier, input })) };
}

const decide = (actor: UserActor, moveId: string, outcome: string, reason = '') =>
  decideCollected({ actor, input: { moveId, outcome, reason } });

const onTheWay = async ({ userId }: UserActor) =>
  (await balanceOf({ kind: 'collected', owner: userId, asset: 'RUB' })).balanceUnits;

const capital = async () => (await balanceOf(houseAccount('capital', 'RUB'))).balanceUnits;

describe('cash that was collected from a drawer', () => {
  it('is on the way until another person has received it, once; then it is the office’s', async () => {
    const before = await capital();
    const { cashier, shiftId, moveId } = await collected();
    const senior = await makeCashier({ senior: true });
    expect([await inDrawer(cashier.userId), await onTheWay(cashier)]).toEqual([2_000n, 8_000n]);
    expect(await waitingCollections(senior)).toMatchObject([
      { id: moveId, cashier: { id: cashier.userId }, own: false, asset: 'RUB', amount: '80.00' },
    ]);
    expect((await waitingApprovalCount(senior)) - (await waitingApprovalCount(cashier))).toBe(1);
    await Promise.all([decide(senior, moveId, 'received'), decide(senior, moveId, 'received')]);
    expect([await onTheWay(cashier), (await capital()) - before]).toEqual([0n, 8_000n]);
    const { moves } = await shiftView(cashier, shiftId);
    expect(moves).toMatchObject([{ state: 'done', decidedBy: senior.name, returnReason: null }]);
    expect(await waitingCollections(senior)).toEqual([]);
    await expect(decide(senior, moveId, 'returned', 'no')).rejects.toMatchObject({
      code: 'collection_decided',
      params: { by: senior.name },
    });
    expect((await reconcile()).findings).toEqual([]);
  });

  it('that never came is in the drawer’s books again, and the count of the drawer finds it missing', async () => {
    const { cashier, shiftId, moveId } = await collected();
    const admin = await registered(staff('admin'));
    await expect(decide(admin, moveId, 'returned')).rejects.toMatchObject({
      fields: { reason: { key: 'required' } },
    });
    await decide(admin, moveId, 'returned', 'the envelope was empty');
    expect([await inDrawer(cashier.userId), await onTheWay(cashier)]).toEqual([10_000n, 0n]);
    expect((await currentShift(cashier))?.moves).toMatchObject([
      { state: 'returned', decidedBy: admin.name, returnReason: 'the envelope was empty' },
    ]);
    const input = { shiftId, 'counted.RUB': '20', note: '' };
    await expect(closeShift({ actor: cashier, input })).rejects.toMatchObject({
      fields: { note: { key: 'drawerDifference', params: { differences: '-80.00 RUB' } } },
    });
    expect((await reconcile()).findings).toEqual([]);
  });

  it('is received neither by whoever collected it, nor by a plain cashier or a customer; all of it is kept', async () => {
    const { cashier, moveId } = await collected();
    const [plain, customer] = [await makeCashier(), (await makeCustomer()).actor];
    for (const [actor, code] of [
      [cashier, 'second_person'],
      [plain, 'forbidden'],
      [customer, 'cashier_off'],
    ] as const) {
      await expect(decide(actor, moveId, 'received')).rejects.toMatchObject({ code });
      expect(await refusalsOf(actor.userId)).toEqual([['decide_collected', code]]);
    }
    expect(await onTheWay(cashier)).toBe(8_000n);
  });

  it('is what was collected alone: what was brought, or nothing, is not found', async () => {
    const [cashier, senior] = [await makeCashier({ hasDrawer: true }), await makeCashier({ senior: true })];
    await startShift(cashier);
    const input = { asset: 'RUB', direction: 'bring', amount: '5', idempotencyKey: randomUUID() };
    const { moveId } = await moveDrawer({ actor: cashier, input });
    expect(await waitingCollections(senior)).toEqual([]);
    for (const id of [moveId, 'drw_0000000000000000', ''])
      await expect(decide(senior, id, 'received')).rejects.toMatchObject({ code: 'not_found' });
  });
});
