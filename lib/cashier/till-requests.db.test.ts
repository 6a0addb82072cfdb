import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import {
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  setAsset,
  setWallets,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { query } from '@/lib/db';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { loadTopUpView } from '@/lib/wallet/top-up/top-up-view';

beforeEach(async () => {
  await openWallets();
  await setAsset('RUB', { cashier_fee_bps: 0, cashier_fee_units: 0n });
});

type Customer = Awaited<ReturnType<typeof makeCustomer>>;

async function request({ actor }: Customer, amount = '100'): Promise<string> {
  const made = await createTopUp({
    actor,
    way: 'cashier',
    asset: 'RUB',
    amount,
    moneyKind: 'cash',
    comment: '',
    idempotencyKey: randomUUID(),
    receipt: { bytes: Buffer.from('%PDF-1.4\n%%EOF\n'), name: 'a.pdf' },
  });
  return made.topUpId;
}

const statusOf = async (topUpId: string) => {
  const [row] = await query<{ status: string; units: bigint | null }>(
    'SELECT status::text, credited_units AS units FROM top_ups WHERE id = $1',
    [topUpId],
  );
  return row;
};

describe("a customer's request", () => {
  it('is credited by the operation that serves it, with the terms it was told and its picture', async () => {
    await setAsset('RUB', { cashier_fee_bps: 100 });
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const topUpId = await request(customer);
    await setAsset('RUB', { cashier_fee_bps: 900 });
    await setWallets({ receiptPictureRequired: true });
    await topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '100', topUpId }) });
    expect((await inWallet(customer.userId)).units).toBe(9_900n);
    expect(await statusOf(topUpId)).toEqual({ status: 'credited', units: 9_900n });
  });

  it('is credited once, by the first of two cashiers', async () => {
    const cashiers = await Promise.all(Array.from({ length: 6 }, () => makeCashier()));
    const customer = await makeCustomer();
    const topUpId = await request(customer);
    const made = await Promise.allSettled(
      cashiers.map((actor) =>
        topUpByCashier({ actor, input: topUpForm(customer, { amount: '100', topUpId }) }),
      ),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of made)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'top_up_moved' });
    expect((await inWallet(customer.userId)).units).toBe(10_000n);
  });

  it('that waits for a second person is nobody else’s; declined, it stands in the queue again', async () => {
    const [cashier, senior] = [
      await makeCashier({ operationUnits: 1_000n }),
      await makeCashier({ senior: true }),
    ];
    const customer = await makeCustomer();
    const topUpId = await request(customer);
    const give = (actor: typeof cashier) =>
      topUpByCashier({ actor, input: topUpForm(customer, { amount: '100', topUpId }) });
    const first = await give(cashier);
    expect(first.status).toBe('awaiting_approval');
    expect((await statusOf(topUpId))?.status).toBe('claimed');
    await expect(give(senior)).rejects.toMatchObject({ code: 'top_up_moved' });
    await declineOperation({ actor: senior, input: { operationId: first.operationId, note: 'no' } });
    expect((await statusOf(topUpId))?.status).toBe('waiting');
    const second = await give(cashier);
    await approveOperation({ actor: senior, input: { operationId: second.operationId, note: '' } });
    expect(await statusOf(topUpId)).toEqual({ status: 'credited', units: 10_000n });
  });

  it('whose operation was taken back is declined with its words, and credited no more', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const topUpId = await request(customer);
    const give = () =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '1000', topUpId }) });
    const { operationId } = await give();
    await reverseOperation({ actor: cashier, input: { operationId, reason: 'a nought too many' } });
    expect(await statusOf(topUpId)).toEqual({ status: 'declined', units: null });
    expect(await loadTopUpView(customer.actor, topUpId)).toMatchObject({
      status: 'declined',
      credited: null,
      reason: 'a nought too many',
    });
    await expect(give()).rejects.toMatchObject({ code: 'top_up_moved' });
    expect((await inWallet(customer.userId)).units).toBe(0n);
  });

  it('of another wallet is not served', async () => {
    const [cashier, customer, other] = [await makeCashier(), await makeCustomer(), await makeCustomer()];
    const topUpId = await request(other);
    const given = (id: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount: '100', topUpId: id }) });
    await expect(given(topUpId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(given('top_0000000000000000')).rejects.toMatchObject({ code: 'not_found' });
    await expect(given("' OR 1=1")).rejects.toMatchObject({ code: 'not_found' });
  });
});
