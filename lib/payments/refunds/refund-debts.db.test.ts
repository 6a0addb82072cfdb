import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { refundOffer } from '@/lib/exchange/refund-offer';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, movedBy } from '@/lib/exchange/testing/traces';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { cancelRefund } from '@/lib/payments/refunds/cancel-refund';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { settleRefund } from '@/lib/payments/refunds/settle-refund';
import {
  lastRefundOf,
  makePayingOffice,
  paidOrder,
  payMore,
  payoutOf,
  refundOf,
} from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const actor = staff('operator');
const reason = 'Too much';

beforeEach(resetPaying);
afterEach(expectAllInOrder);

/** An automatic order whose payout is queued, and as much again on top. */
async function paidTwice() {
  const office = await makePayingOffice();
  const { id: orderId } = await paidOrder(office);
  await payMore(office, orderId);
  expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'overpaid' });
  return orderId;
}

describe('beside a payout', () => {
  it.each(['part', 'excess'] as const)('a refund (%s) leaves what the payout is for', async (kind) => {
    const orderId = await paidTwice();
    expect(await refundOffer(await theOrder(orderId))).toEqual({ excess: '60000.00', part: '60000.00' });
    await expect(startRefund({ orderId, kind, amount: '60000.01', reason, actor })).rejects.toMatchObject({
      code: 'refund_too_much',
      params: { available: '60000.00' },
    });
    await startRefund({ orderId, kind, amount: '60000', reason, actor });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: null });
    await sendPayout((await payoutOf(orderId)).id);
    await settleRefund({ actor, refundId: (await refundOf(orderId)).id });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: null });
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
  });

  it('a payout that is on its way, or settled, counts as well', async () => {
    const orderId = await paidTwice();
    paying.send = () => ({ outcome: 'unknown', reason: 'no answer' });
    await sendPayout((await payoutOf(orderId)).id);
    const part = { orderId, kind: 'part', reason, actor } as const;
    await expect(startRefund({ ...part, amount: '60000.01' })).rejects.toMatchObject({
      code: 'refund_too_much',
    });
    await startRefund({ ...part, amount: '100' });
    expect(await theOrder(orderId)).toMatchObject({ receivedUnits: 11_990_000n });
  });

  it('of money that is too much only that goes back by itself, and then the order goes on', async () => {
    const { id: orderId } = await paidOrder(await makePayingOffice(), '60500');
    const part = { orderId, kind: 'part', reason, actor } as const;
    await expect(startRefund({ ...part, amount: '500.01' })).rejects.toMatchObject({
      code: 'refund_too_much',
      params: { available: '500.00' },
    });
    await startRefund({ ...part, amount: '200' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'overpaid' });
    await sendRefund((await refundOf(orderId)).id);
    await startRefund({ ...part, amount: '300' });
    await sendPayout((await payoutOf(orderId)).id);
    await sendRefund((await lastRefundOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: null });
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
  });
});

describe('the exception follows what is owed', () => {
  const semi = () => makePayingOffice({ type: 'semi_automatic' });
  const excess = { kind: 'excess', way: 'hand', reason, actor } as const;
  const settleLast = async (orderId: string) =>
    settleRefund({ actor, refundId: (await lastRefundOf(orderId)).id });

  it('of a completed order: cleared when all of it goes back, there while a part is left', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await finalizeOrder({ orderId, actor });
    await payMore(office, orderId, '500');
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: 'overpaid' });
    await startRefund({ ...excess, orderId, amount: '200' });
    await settleLast(orderId);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: 'overpaid' });
    await startRefund({ ...excess, orderId });
    expect((await theOrder(orderId)).exception).toBeNull();
    await cancelRefund({ actor, refundId: (await lastRefundOf(orderId)).id, reason: 'Wrong account' });
    expect((await theOrder(orderId)).exception).toBe('overpaid');
    await startRefund({ ...excess, orderId });
    await payMore(office, orderId, '100');
    expect((await theOrder(orderId)).exception).toBe('overpaid');
    await settleLast(orderId);
    expect((await theOrder(orderId)).exception).toBe('overpaid');
    await startRefund({ ...excess, orderId });
    await settleLast(orderId);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: null });
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
  });

  it('of a refunded order: what came while the first went back is still owed, and goes back too', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason, actor });
    await payMore(office, orderId, '500');
    await sendRefund((await refundOf(orderId)).id);
    const still = { status: 'refunded', exception: 'overpaid', receivedUnits: 50_000n };
    expect(await theOrder(orderId)).toMatchObject(still);
    await startRefund({ ...excess, orderId });
    await settleLast(orderId);
    expect(await theOrder(orderId)).toMatchObject({ ...still, exception: null, receivedUnits: 0n });
    expect(await movedBy(orderId)).toEqual({});
  });

  it('of an order that its payout completes: what was left of too much is still owed', async () => {
    const { id: orderId } = await paidOrder(await makePayingOffice(), '60500');
    await startRefund({ orderId, kind: 'excess', amount: '200', reason, actor });
    await sendPayout((await payoutOf(orderId)).id);
    await sendRefund((await refundOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: 'overpaid' });
  });

  it('of an order that goes on: an excess that is given up is owed again, and is seen', async () => {
    const { id: orderId } = await paidOrder(await semi(), '60500');
    await startRefund({ ...excess, orderId });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: null });
    await cancelRefund({ actor, refundId: (await refundOf(orderId)).id, reason: 'Next time' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: 'overpaid' });
  });
});
