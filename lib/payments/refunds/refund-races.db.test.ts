import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { orderSecret } from '@/lib/exchange/order-secret';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { goodCard, guest, theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, letterProps, movedBy } from '@/lib/exchange/testing/traces';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { sendPayoutNow } from '@/lib/payments/payouts/send-now';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { approveRefund } from '@/lib/payments/refunds/approve-refund';
import { cancelRefund } from '@/lib/payments/refunds/cancel-refund';
import { giveRefundDetails } from '@/lib/payments/refunds/give-refund-details';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { settleRefund } from '@/lib/payments/refunds/settle-refund';
import { makePayingOffice, paidOrder, payoutsOf, refundOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const actor = staff('operator');
const reason = 'The customer asked for it';

beforeEach(resetPaying);
afterEach(expectAllInOrder);

const semi = (refundApproval?: bigint) => makePayingOffice({ type: 'semi_automatic', refundApproval });

describe('two at once', () => {
  it('refunds: one is decided on, and never more than was received', async () => {
    const { id: orderId } = await paidOrder(await semi(), '60500');
    const tries = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => startRefund({ orderId, kind: 'excess', reason, actor })),
      ...Array.from({ length: 5 }, () => startRefund({ orderId, reason, actor })),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries)
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ name: 'AppError' });
    const refund = await refundOf(orderId);
    await Promise.all([sendRefund(refund.id), sendRefund(refund.id)]);
    expect(paying.refunded).toHaveLength(1);
    expect((await theOrder(orderId)).receivedUnits).toBe(refund.kind === 'full' ? 0n : 6_000_000n);
  });

  it('settled by hand: one posts', async () => {
    const { id: orderId } = await paidOrder(await semi());
    await startRefund({ orderId, way: 'hand', reason, actor });
    const { id: refundId } = await refundOf(orderId);
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => settleRefund({ actor, refundId, reference: 'r' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await movedBy(orderId)).toEqual({});
  });

  it('a refund, a payout and a finalization of one order: one of them', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id: orderId } = await paidOrder(await semi());
      const tries = await Promise.allSettled([
        startRefund({ orderId, reason, actor }),
        sendPayoutNow({ orderId, actor }),
        finalizeOrder({ orderId, actor }),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const { id } of await payoutsOf(orderId)) await sendPayout(id);
      if (tries[0]?.status === 'fulfilled') await sendRefund((await refundOf(orderId)).id);
      expect(['completed', 'refunded']).toContain((await theOrder(orderId)).status);
      expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
    }
  });
});

describe('approval', () => {
  it('above the limit nothing of the order changes until somebody else agrees', async () => {
    const { id: orderId } = await paidOrder(await semi(1000n));
    await startRefund({ orderId, reason, actor });
    const { id: refundId } = await refundOf(orderId);
    expect((await theOrder(orderId)).status).toBe('funds_received');
    await sendRefund(refundId);
    await expect(approveRefund({ actor, refundId })).rejects.toMatchObject({ code: 'second_person' });
    await expect(settleRefund({ actor, refundId })).rejects.toMatchObject({ code: 'refund_moved' });
    expect(paying.refunded).toEqual([]);
    await approveRefund({ actor: staff('operator'), refundId });
    expect((await theOrder(orderId)).status).toBe('refunding');
    await sendRefund(refundId);
    expect((await theOrder(orderId)).status).toBe('refunded');
    expect(await movedBy(orderId)).toEqual({});
  });

  it('several refunds of one order are one amount: what they come to is compared with the limit', async () => {
    const { id: orderId } = await paidOrder(await semi(30_000n), '60500');
    const part = { orderId, kind: 'excess', amount: '150', reason, actor } as const;
    await settleRefund({ actor, refundId: await startRefund({ ...part, way: 'hand' }) });
    await cancelRefund({ actor, refundId: await startRefund({ ...part, way: 'hand' }), reason });
    await settleRefund({ actor, refundId: await startRefund({ ...part, way: 'hand' }) });
    const above = await startRefund({ ...part, amount: '0.01' });
    await expect(approveRefund({ actor, refundId: above })).rejects.toMatchObject({ code: 'second_person' });
    await approveRefund({ actor: staff('operator'), refundId: above });
  });

  it('of an excess does not make the payout nobody’s: who asked for both approves neither', async () => {
    const office = await makePayingOffice({ refundApproval: 1000n, approval: 1n });
    const { id: orderId } = await paidOrder(office, '60500');
    const refundId = await startRefund({ orderId, kind: 'excess', reason, actor });
    const second = staff('operator');
    await approveRefund({ actor: second, refundId });
    const [payout] = await payoutsOf(orderId);
    expect(payout).toMatchObject({ status: 'awaiting_approval', requestedBy: actor.userId });
    const payoutId = payout?.id ?? '';
    await expect(approvePayout({ actor, payoutId })).rejects.toMatchObject({ code: 'second_person' });
    await approvePayout({ actor: second, payoutId });
  });

  it('while it waits the order is not paid out; rejected, it goes on', async () => {
    const { id: orderId } = await paidOrder(await semi(1000n));
    await startRefund({ orderId, reason, actor });
    await expect(finalizeOrder({ orderId, actor })).rejects.toMatchObject({ code: 'refund_open' });
    await expect(sendPayoutNow({ orderId, actor })).rejects.toMatchObject({ code: 'refund_open' });
    const { id: refundId } = await refundOf(orderId);
    await cancelRefund({ actor: staff('admin'), refundId, reason: 'Pay him out' });
    await expect(approveRefund({ actor: staff('admin'), refundId })).rejects.toMatchObject({
      code: 'refund_moved',
    });
    await finalizeOrder({ orderId, actor });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('an excess within the tolerance that was not approved before the completion is income then', async () => {
    const { id: orderId } = await paidOrder(
      await makePayingOffice({ type: 'semi_automatic', tolerance: 100_000n, refundApproval: 1000n }),
      '60500',
    );
    await startRefund({ orderId, kind: 'excess', reason, actor });
    await finalizeOrder({ orderId, actor });
    const { id: refundId } = await refundOf(orderId);
    await expect(approveRefund({ actor: staff('admin'), refundId })).rejects.toMatchObject({
      code: 'refund_too_much',
    });
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
  });
});

describe('details', () => {
  it('are asked of the customer, checked as the method asks, and may be corrected until it is paid', async () => {
    const { id: orderId } = await paidOrder(await semi());
    await startRefund({ orderId, way: 'hand', reason, actor });
    expect(await refundOf(orderId)).toMatchObject({ status: 'awaiting_details' });
    expect(await letterProps(orderId, 'refund_started')).toMatchObject({ refund: { asksWhereTo: true } });
    const reader = { secret: orderSecret(orderId) };
    const wrong = giveRefundDetails({ orderId, reader, values: { card: '4111 1111 1111 1112' } });
    await expect(wrong).rejects.toMatchObject({ fields: { card: { key: 'cardChecksum' } } });
    const hidden = giveRefundDetails({ orderId, reader, values: { card: goodCard, status: 'settled' } });
    await expect(hidden).rejects.toMatchObject({ code: 'invalid_input' });
    await giveRefundDetails({ orderId, reader, values: { card: goodCard } });
    expect(await refundOf(orderId)).toMatchObject({
      status: 'ready',
      requisites: { card: expect.anything() },
    });
    await giveRefundDetails({ orderId, reader, values: { card: '5555 5555 5555 4444' } });
    await settleRefund({ actor, refundId: (await refundOf(orderId)).id });
    const late = giveRefundDetails({ orderId, reader, values: { card: goodCard } });
    await expect(late).rejects.toMatchObject({ code: 'refund_moved' });
  });

  it('are nobody else’s to give', async () => {
    const { id: orderId } = await paidOrder(await semi());
    await startRefund({ orderId, way: 'hand', reason, actor });
    const values = { card: goodCard };
    for (const reader of [{ secret: 'x'.repeat(32) }, { actor: guest() }, { actor: staff('customer') }])
      await expect(giveRefundDetails({ orderId, reader, values })).rejects.toMatchObject({
        code: 'not_found',
      });
    await expect(giveRefundDetails({ orderId, reader: { actor }, values })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('who may', () => {
  it('every step of a refund wants an operator', async () => {
    const { id: orderId } = await paidOrder(await semi(1000n));
    await startRefund({ orderId, reason, actor });
    const { id: refundId } = await refundOf(orderId);
    for (const who of [guest(), staff('customer'), staff('cashier'), staff('support'), staff('accountant')])
      for (const step of await Promise.allSettled([
        startRefund({ orderId, reason, actor: who }),
        approveRefund({ actor: who, refundId }),
        cancelRefund({ actor: who, refundId, reason }),
        settleRefund({ actor: who, refundId }),
      ]))
        expect(step).toMatchObject({ status: 'rejected', reason: { name: 'AppError' } });
    expect((await refundOf(orderId)).status).toBe('awaiting_approval');
  });
});
