import { beforeEach, describe, expect, it } from 'vitest';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { summariseOperation } from '@/lib/cashier/summarise-operation';
import {
  inDrawer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  setAsset,
  startShift,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { query } from '@/lib/db';
import { houseAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';

beforeEach(async () => {
  await openWallets();
  await setAsset('RUB', { enabled: true });
});

describe('a write-off', () => {
  it('takes money out of the wallet, with reason and words, and tells the customer', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer('150')];
    const before = await balanceOf(houseAccount('written_off', 'RUB'));
    const input = writeOffForm(customer, {
      amount: '50',
      reason: 'agreement',
      comment: 'as agreed on the 3rd',
    });
    const summary = await summariseOperation({ actor: cashier, kind: 'write_off', input, hasPicture: false });
    expect(summary).toMatchObject({ availableBefore: '150.00', availableAfter: '100.00', drawer: false });
    await writeOffByCashier({ actor: cashier, input });
    expect((await inWallet(customer.userId)).units).toBe(10_000n);
    const after = await balanceOf(houseAccount('written_off', 'RUB'));
    expect(after.balanceUnits - before.balanceUnits).toBe(-5_000n);
    const letters = await query(
      `SELECT props->>'reason' AS reason, props->>'balance' AS balance FROM letters
       WHERE user_id = $1 AND code = 'wallet_written_off'`,
      [customer.userId],
    );
    expect(letters).toEqual([{ reason: 'agreement', balance: '100.00' }]);
  });

  it('is for cashiers who may write off only', async () => {
    const [cashier, customer] = [await makeCashier({ mayWriteOff: false }), await makeCustomer('150')];
    await expect(writeOffByCashier({ actor: cashier, input: writeOffForm(customer) })).rejects.toMatchObject({
      code: 'cashier_no_write_off',
    });
  });

  it('never goes below zero, at once or by many at a time', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer('100')];
    await expect(
      writeOffByCashier({ actor: cashier, input: writeOffForm(customer, { amount: '100.01' }) }),
    ).rejects.toMatchObject({ code: 'wallet_not_enough', params: { available: '100.00' } });
    const cashiers = await Promise.all(Array.from({ length: 20 }, () => makeCashier()));
    const made = await Promise.allSettled(
      cashiers.map((actor) => writeOffByCashier({ actor, input: writeOffForm(customer, { amount: '10' }) })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const one of made)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'wallet_not_enough' });
    expect(await inWallet(customer.userId)).toEqual({ units: 0n, held: 0n });
  });

  it.each([
    [{ reason: 'theft' }, { reason: { key: 'choice' } }],
    [{ comment: ' ' }, { comment: { key: 'required' } }],
    [{ reason: 'paid_out', moneyKind: 'cash' }, { receiptNumber: { key: 'required' } }],
    [{ reason: 'paid_out', moneyKind: 'gold', receiptNumber: '1' }, { moneyKind: { key: 'choice' } }],
  ])('asks for what is missing: %o', async (more, fields) => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer('150')];
    await expect(
      writeOffByCashier({ actor: cashier, input: writeOffForm(customer, more) }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields });
  });

  it('that is paid out in cash takes it from the drawer, which must have it', async () => {
    const [cashier, customer] = [await makeCashier({ hasDrawer: true }), await makeCustomer('150')];
    await startShift(cashier, '30', 'change from the safe');
    const paid = (amount: string) =>
      writeOffByCashier({
        actor: cashier,
        input: writeOffForm(customer, {
          amount,
          reason: 'paid_out',
          moneyKind: 'cash',
          receiptNumber: 'KO-1',
        }),
      });
    await expect(paid('30.01')).rejects.toMatchObject({
      code: 'drawer_not_enough',
      params: { available: '30.00', asset: 'RUB' },
    });
    const { operationId } = await paid('30');
    expect(await inDrawer(cashier.userId)).toBe(0n);
    await reverseOperation({ actor: cashier, input: { operationId, reason: 'the customer stayed' } });
    expect(await inDrawer(cashier.userId)).toBe(3_000n);
    expect((await inWallet(customer.userId)).units).toBe(15_000n);
  });

  it('still pays out what is in a wallet of an asset that was closed', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer('150')];
    await setAsset('RUB', { enabled: false });
    await expect(topUpByCashier({ actor: cashier, input: topUpForm(customer) })).rejects.toMatchObject({
      code: 'wallet_asset_off',
    });
    await writeOffByCashier({ actor: cashier, input: writeOffForm(customer, { amount: '150' }) });
    expect((await inWallet(customer.userId)).units).toBe(0n);
  });
});
