import { beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { operationView } from '@/lib/cashier/operation-view';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import {
  type Customer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { waitingApprovals } from '@/lib/cashier/waiting-approvals';

beforeEach(() => openWallets());

let numbers = 0;
const freshNumber = () => {
  numbers += 1;
  return `R-${numbers}-${Date.now()}`;
};

function credit(cashier: UserActor, customer: Customer, receiptNumber: string, moneyKind = 'cash') {
  const input = topUpForm(customer, { amount: '100', receiptNumber, moneyKind });
  return topUpByCashier({ actor: cashier, input });
}

describe("a receipt's number", () => {
  it('of one kind of money is credited once, however it is written; again only with a second person who says why', async () => {
    const [first, second, senior] = [
      await makeCashier(),
      await makeCashier(),
      await makeCashier({ senior: true }),
    ];
    const customer = await makeCustomer();
    const number = freshNumber();
    await credit(first, customer, number);
    const again = await credit(second, customer, ` ${number.toLowerCase().replace('-', ' № 00')} `);
    expect(again.status).toBe('awaiting_approval');
    expect((await inWallet(customer.userId)).units).toBe(10_000n);
    const seen = (await waitingApprovals(senior)).find(({ id }) => id === again.operationId);
    expect(seen).toMatchObject({
      approvalFor: ['same_receipt'],
      mayApprove: true,
      sameReceipts: [{ amount: '100.00', status: 'done' }],
    });
    const approve = (note: string) =>
      approveOperation({ actor: senior, input: { operationId: again.operationId, note } });
    await expect(approve(' ')).rejects.toMatchObject({ fields: { note: { key: 'required' } } });
    await approve('the printer gave the number twice');
    expect((await inWallet(customer.userId)).units).toBe(20_000n);
    // And the third still asks.
    expect((await credit(first, customer, number)).status).toBe('awaiting_approval');
  });

  it('is another one for another kind of money', async () => {
    const [cashier, customer, number] = [await makeCashier(), await makeCustomer(), freshNumber()];
    expect((await credit(cashier, customer, number, 'cash')).status).toBe('done');
    expect((await credit(cashier, customer, number, 'card')).status).toBe('done');
  });

  it('given by two cashiers at one moment passes once', async () => {
    const cashiers = await Promise.all(Array.from({ length: 10 }, () => makeCashier()));
    const [customer, number] = [await makeCustomer(), freshNumber()];
    const made = await Promise.all(cashiers.map((cashier) => credit(cashier, customer, number)));
    expect(made.filter(({ status }) => status === 'done')).toHaveLength(1);
    expect(made.filter(({ status }) => status === 'awaiting_approval')).toHaveLength(9);
    expect((await inWallet(customer.userId)).units).toBe(10_000n);
  });

  it('is free again once its credit was taken back or declined', async () => {
    const [cashier, senior, customer] = [
      await makeCashier({ operationUnits: 10_000n }),
      await makeCashier({ senior: true }),
      await makeCustomer(),
    ];
    const number = freshNumber();
    const { operationId } = await credit(cashier, customer, number);
    await reverseOperation({ actor: cashier, input: { operationId, reason: 'wrong wallet' } });
    expect((await credit(cashier, customer, number)).status).toBe('done');
    const over = await topUpByCashier({
      actor: cashier,
      input: topUpForm(customer, { amount: '101', receiptNumber: freshNumber() }),
    });
    const { receiptNumber } = await operationView(cashier, over.operationId);
    expect((await credit(senior, customer, receiptNumber)).status).toBe('awaiting_approval');
    await declineOperation({ actor: senior, input: { operationId: over.operationId, note: 'no money' } });
    // The other one still waits with that number.
    expect((await credit(cashier, customer, receiptNumber)).status).toBe('awaiting_approval');
  });

  it.each(['', '---', '٤٢'])('"%s" is none', async (receiptNumber) => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    await expect(credit(cashier, customer, receiptNumber)).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { receiptNumber: { key: receiptNumber === '' ? 'required' : 'receiptNumber' } },
    });
  });
});
