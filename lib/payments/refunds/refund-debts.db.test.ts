import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refundOffer } from '@/lib/exchange/refund-offer';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, movedBy } from '@/lib/exchange/testing/traces';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
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
