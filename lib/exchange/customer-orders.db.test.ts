import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { makeDoorOffice } from '@/lib/payments/testing/door';
import { cancelByCustomer } from './cancel-by-customer';
import { claimPayment } from './claim-payment';
import { loadQuote } from './create-quote';
import { ordersOfCustomer, ordersToPay } from './queries';
import { repeatOrder } from './repeat-order';
import { makeOffice, registered, staff, type TestOffice } from './testing/office';
import { goodAddress, guest, makeOrder } from './testing/orders';
import { settle } from './testing/payments';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

let office: TestOffice;

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
});

const customer = () => registered(staff('customer'));

async function idsToPay(actor: UserActor): Promise<string[]> {
  return (await ordersToPay({ actor })).map(({ id }) => id);
}

describe('what waits for the customer', () => {
  it('is every order that he has to pay, of any type, however many he made since', async () => {
    const actor = await customer();
    const { orderId } = await makeOrder(office, { actor });
    const system = await makeDoorOffice({ systemCode: 'paying' });
    const bySystem = await makeOrder(system, { actor });
    for (let time = 0; time < 6; time += 1) {
      const other = await makeOrder(office, { actor });
      await cancelByCustomer({ orderId: other.orderId, reader: { actor }, actor });
    }
    expect((await ordersOfCustomer({ actor, limit: 5 })).orders.map(({ id }) => id)).not.toContain(orderId);
    expect(await idsToPay(actor)).toEqual([orderId, bySystem.orderId]);
    expect(await idsToPay(await customer())).toEqual([]);

    await claimPayment({ orderId, reader: { actor }, actor });
    const [payment] = await query<{ id: string }>(
      `UPDATE payments SET status = 'started' WHERE subject_id = $1 RETURNING id`,
      [bySystem.orderId],
    );
    expect(await idsToPay(actor)).toEqual([bySystem.orderId]);
    await settle(payment?.id ?? '');
    expect(await idsToPay(actor)).toEqual([]);
  });
});

describe('an order made again', () => {
  it('is a quote of the same amount at the present rate, with the same details', async () => {
    const actor = await customer();
    const { orderId } = await makeOrder(office, { actor, email: 'anna@example.com', phone: '+79161234567' });
    const { quoteId, ...again } = await repeatOrder({ orderId, actor });
    expect(again).toEqual({
      from: office.bank.code,
      to: office.coin.code,
      give: '60000.00',
      details: {
        email: 'anna@example.com',
        phone: '+79161234567',
        'give.card': '4111111111111111',
        'get.address': goodAddress,
      },
    });
    expect(await loadQuote(quoteId ?? '')).toMatchObject({ state: 'open', give: { amount: '60000.00' } });
  });

  it('is no quote where the direction is closed, and nothing at all to anybody else', async () => {
    const actor = await customer();
    const closing = await makeOffice();
    const { orderId } = await makeOrder(closing, { actor });
    await query('UPDATE directions SET enabled = false WHERE id = $1', [closing.directionId]);
    expect(await repeatOrder({ orderId, actor })).toMatchObject({ quoteId: null, give: '60000.00' });
    await expect(repeatOrder({ orderId, actor: await customer() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(repeatOrder({ orderId, actor: guest() })).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(repeatOrder({ orderId, actor: staff('operator') })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
