import { afterEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { makePayingOffice, payoutsOf } from '@/lib/payments/testing/paying-office';
import { acceptReceipt } from './accept-receipt';
import { askRest } from './ask-rest';
import { cancelByCustomer } from './cancel-by-customer';
import { cancelOrder } from './cancel-order';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { orderSecret } from './order-secret';
import { staff } from './testing/office';
import { guest, theOrder } from './testing/orders';
import { awaitedOrder, receivedByLedger, settle } from './testing/payments';
import { expectAllInOrder, lettersOf } from './testing/traces';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

const rounds = Array.from({ length: 6 }, (_, index) => index);

describe('a payment that comes at the moment when', () => {
  it.each(rounds)('the customer cancels is either in time or late, never lost (%i)', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    const [canceled] = await Promise.allSettled([
      cancelByCustomer({ orderId, reader: { secret: orderSecret(orderId) }, actor: guest() }),
      settle(payment.id),
    ]);
    await expectPaidOnce(orderId, canceled?.status === 'fulfilled');
  });

  it.each(rounds)('the operator cancels is either in time or late, never lost (%i)', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    const [canceled] = await Promise.allSettled([
      cancelOrder({ orderId, reason: 'no', actor: staff('operator') }),
      settle(payment.id),
    ]);
    await expectPaidOnce(orderId, canceled?.status === 'fulfilled');
  });

  it.each(rounds)('the order expires is either in time or late, never lost (%i)', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    shiftClock(40 * 60_000);
    await Promise.all([expireOrders(), settle(payment.id)]);
    await expectPaidOnce(orderId, (await theOrder(orderId)).status === 'canceled');
  });

  it.each(rounds)('another payment of the same order comes counts with it (%i)', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic' });
    const one = await awaitedOrder(office);
    const two = await awaitedOrder(office);
    await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [two.payment.id, one.orderId]);
    await Promise.all([settle(one.payment.id, '30000'), settle(two.payment.id, '30000')]);
    expect(await theOrder(one.orderId)).toMatchObject({
      status: 'funds_received',
      receivedUnits: 6_000_000n,
    });
    expect(await receivedByLedger(one.orderId)).toBe(6_000_000n);
    expect(await lettersOf(one.orderId)).toEqual([
      'order_created',
      ...['payment_received', 'A5'],
      ...['payment_received', 'A2'],
    ]);
  });
});

describe('two operators at one order', () => {
  it.each(rounds)('decide on the money once (%i)', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    await settle(payment.id, '45000');
    const done = await Promise.allSettled([
      acceptReceipt({ orderId, rate: 'old', actor: staff('operator') }),
      acceptReceipt({ orderId, rate: 'present', actor: staff('operator') }),
      askRest({ orderId, actor: staff('operator') }),
      cancelOrder({ orderId, reason: 'no', actor: staff('operator') }),
    ]);
    // Asking for the rest leaves the order to be decided on again.
    const decided = [done[0], done[1], done[3]].filter((result) => result?.status === 'fulfilled');
    expect(decided.length).toBeLessThanOrEqual(1);
    expect(done.some(({ status }) => status === 'fulfilled')).toBe(true);
    const refusals = done.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    for (const code of refusals)
      expect(['order_moved', 'order_held', 'move_not_allowed', 'rest_asked_already']).toContain(code);
    expect((await payoutsOf(orderId)).length).toBeLessThanOrEqual(1);
  });

  it('cannot finalize by hand what the system pays out', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    await settle(payment.id);
    await expect(finalizeOrder({ orderId, actor: staff('operator') })).rejects.toMatchObject({
      code: expect.stringMatching(/payout_active|move_not_allowed|order_moved/),
    });
    expect((await theOrder(orderId)).status).toBe('in_progress');
  });
});

/** The money is here and told once: of a canceled order as late, of another as the start of its payout. */
async function expectPaidOnce(orderId: string, canceled: boolean): Promise<void> {
  const order = await theOrder(orderId);
  expect(order).toMatchObject(
    canceled
      ? { status: 'canceled', exception: 'paid_late' }
      : { status: 'in_progress', exception: null, canceledAt: null },
  );
  expect(order.receivedUnits).toBe(6_000_000n);
  expect(await receivedByLedger(orderId)).toBe(6_000_000n);
  expect(await payoutsOf(orderId)).toHaveLength(canceled ? 0 : 1);
}
