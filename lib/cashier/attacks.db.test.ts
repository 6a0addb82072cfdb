import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeShift } from '@/lib/cashier/close-shift';
import { lookUpHolder } from '@/lib/cashier/look-up-holder';
import { operationPicture } from '@/lib/cashier/operation-view';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import {
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  refusalsOf,
  setAsset,
  startShift,
  suspend,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { query } from '@/lib/db';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { declineRequest } from '@/lib/wallet/top-up/decline-request';
import { mayReadTopUpReceipt } from '@/lib/wallet/top-up/receipt-access';
import { takeRequest } from '@/lib/wallet/top-up/take-request';

beforeEach(() => openWallets());
afterEach(() => setAsset('RUB', { top_up_day_units: null }));

describe('whoever looks a wallet up at the till', () => {
  it('sees what is in it of the assets that he works with, and nothing else', async () => {
    const customer = await makeCustomer('10');
    const dollars = await makeCashier({ assets: ['USD'] });
    await topUpByCashier({ actor: dollars, input: topUpForm(customer, { amount: '5', asset: 'USD' }) });
    const seen = async (actor: typeof dollars) =>
      (await lookUpHolder({ actor, number: customer.number })).balances;
    expect(await seen(await makeCashier())).toEqual([{ asset: 'RUB', available: '10.00' }]);
    expect(await seen(dollars)).toEqual([{ asset: 'USD', available: '5.00' }]);
  });

  it('and may not, is kept in the audit: a customer, a suspended cashier with an open page, one with his own number', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const own = await walletNumberOf(cashier.userId);
    const refused = (actor: typeof cashier, number: string, code: string) =>
      expect(lookUpHolder({ actor, number })).rejects.toMatchObject({ code });
    await refused(cashier, own, 'cashier_own_wallet');
    await suspend(cashier.userId);
    await refused(cashier, customer.number, 'cashier_off');
    await refused(customer.actor, own, 'cashier_off');
    expect(await refusalsOf(cashier.userId)).toEqual([
      ['look_up', 'cashier_own_wallet'],
      ['look_up', 'cashier_off'],
    ]);
    expect(await refusalsOf(customer.userId)).toEqual([['look_up', 'cashier_off']]);
  });
});

describe('a request', () => {
  it('is taken and declined by cashiers at work alone; whoever else tries is kept in the audit', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const { topUpId } = await createTopUp({
      actor: customer.actor,
      way: 'cashier',
      asset: 'RUB',
      amount: '100',
      moneyKind: 'cash',
      comment: '',
      idempotencyKey: randomUUID(),
    });
    await suspend(cashier.userId);
    for (const actor of [cashier, customer.actor]) {
      await expect(takeRequest({ actor, topUpId })).rejects.toMatchObject({ code: 'cashier_off' });
      await expect(declineRequest({ actor, topUpId, reason: 'x' })).rejects.toMatchObject({
        code: 'cashier_off',
      });
      expect(await refusalsOf(actor.userId)).toEqual([
        ['take_request', 'cashier_off'],
        ['decline_request', 'cashier_off'],
      ]);
    }
  });

  it('shows its picture to the cashiers who could credit it until it is decided, not ever after', async () => {
    const [cashier, other, customer] = [await makeCashier(), await makeCashier(), await makeCustomer()];
    const { topUpId } = await createTopUp({
      actor: customer.actor,
      way: 'cashier',
      asset: 'RUB',
      amount: '100',
      moneyKind: 'cash',
      comment: '',
      idempotencyKey: randomUUID(),
      receipt: { bytes: Buffer.from('%PDF-1.4\n%%EOF\n'), name: 'a.pdf' },
    });
    const [row] = await query<{ id: string }>('SELECT receipt_file_id AS id FROM top_ups WHERE id = $1', [
      topUpId,
    ]);
    const fileId = row?.id ?? '';
    expect(await mayReadTopUpReceipt(fileId, other)).toBe(true);
    const { operationId } = await topUpByCashier({
      actor: cashier,
      input: topUpForm(customer, { amount: '100', topUpId }),
    });
    expect(await mayReadTopUpReceipt(fileId, other)).toBe(false);
    expect(await mayReadTopUpReceipt(fileId, customer.actor)).toBe(true);
    await expect(operationPicture(cashier, operationId)).resolves.toMatchObject({ id: fileId });
    await expect(operationPicture(other, operationId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a suspended cashier', () => {
  it('does not count his own drawer, though he reads the books by another role', async () => {
    const cashier = await makeCashier({ hasDrawer: true });
    const shiftId = await startShift(cashier);
    await suspend(cashier.userId);
    const actor = { ...cashier, roles: ['customer' as const, 'accountant' as const] };
    const input = { shiftId, 'counted.RUB': '0', note: '' };
    await expect(closeShift({ actor, input })).rejects.toMatchObject({ code: 'cashier_off' });
    const senior = await makeCashier({ senior: true });
    await closeShift({ actor: senior, input });
  });
});

describe("a customer's day", () => {
  it('does not count what was taken back: after a slip the right amount is credited', async () => {
    await setAsset('RUB', { top_up_day_units: 100_000n });
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const credit = (amount: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
    const slip = await credit('900');
    await reverseOperation({
      actor: cashier,
      input: { operationId: slip.operationId, reason: 'a nought too many' },
    });
    await credit('1000');
    await expect(credit('0.01')).rejects.toMatchObject({
      code: 'wallet_day_limit',
      params: { left: '0.00' },
    });
    expect((await inWallet(customer.userId)).units).toBe(100_000n);
  });
});
