import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { startRefund } from '@/lib/exchange/start-refund';
import { addReserve, registered, staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, heldOn, letterProps, lettersOf, movedBy } from '@/lib/exchange/testing/traces';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { stopPayouts } from '@/lib/payments/payouts/stop-payouts';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';
import { approveRefund } from '@/lib/payments/refunds/approve-refund';
import { cancelRefund } from '@/lib/payments/refunds/cancel-refund';
import { readRefundFilter } from '@/lib/payments/refunds/refund-filter';
import { refundPage } from '@/lib/payments/refunds/refund-list';
import { returnByHand } from '@/lib/payments/refunds/return-by-hand';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { settleRefund } from '@/lib/payments/refunds/settle-refund';
import { makePayingOffice, paidOrder, payoutOf, refundOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const actor = staff('operator');

beforeEach(resetPaying);

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

const semi = () => makePayingOffice({ type: 'semi_automatic' });

describe('a full refund', () => {
  it('by the system: held before it is sent, posted when it is settled, nothing left in the books', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason: 'The customer asked for it', actor });
    expect(await theOrder(orderId)).toMatchObject({ status: 'refunding', receivedUnits: 6_000_000n });
    const { id } = await refundOf(orderId);
    expect(await refundOf(orderId)).toMatchObject({
      status: 'ready',
      way: 'system',
      amountUnits: 6_000_000n,
    });
    paying.refund = () => ({ outcome: 'pending', externalId: 'r-1' });
    await sendRefund(id);
    expect(await heldOn(office.bank.id)).toBe(6_000_000n);
    await applyRefundAnswer({
      refundId: id,
      answer: { outcome: 'settled', reference: 'back-1' },
      source: 'poll',
    });
    expect(await theOrder(orderId)).toMatchObject({
      status: 'refunded',
      exception: null,
      receivedUnits: 0n,
      refundReference: 'back-1',
    });
    expect(await movedBy(orderId)).toEqual({});
    expect(await heldOn(office.bank.id)).toBe(0n);
    expect(await lettersOf(orderId)).toEqual(expect.arrayContaining(['refund_started', 'refunded']));
    expect(paying.refunded).toEqual([{ id, amount: '60000.00' }]);
  });

  it('less a fee: the customer gets the rest, the office earns the fee, the letter says both', async () => {
    const { id: orderId } = await paidOrder(await semi());
    await startRefund({ orderId, reason: 'Changed his mind', fee: '100', actor });
    const { id } = await refundOf(orderId);
    await sendRefund(id);
    expect(paying.refunded).toEqual([{ id, amount: '59900.00' }]);
    expect(await movedBy(orderId)).toEqual({ 'reserve RUB': 10_000n, 'income_fee RUB': -10_000n });
    expect(await letterProps(orderId, 'refunded')).toMatchObject({
      refund: { amount: '59900.00', fee: '100.00' },
    });
  });

  it('that the system refuses is released, told of, and goes back by hand', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason: 'No coins left', actor });
    const { id } = await refundOf(orderId);
    paying.refund = () => ({ outcome: 'refused', reason: 'too old' });
    await sendRefund(id);
    expect(await refundOf(orderId)).toMatchObject({ status: 'refused', failure: 'too old' });
    expect(await heldOn(office.bank.id)).toBe(0n);
    expect(await lettersOf(orderId)).toContain('A5');
    await returnByHand({ actor, refundId: id });
    expect(await refundOf(orderId)).toMatchObject({ status: 'awaiting_details', way: 'hand' });
    await settleRefund({ actor, refundId: id, reference: 'by hand' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'refunded', refundReference: 'by hand' });
    expect(await movedBy(orderId)).toEqual({});
  });

  it('whose outcome nobody knows is never sent again; first paid, then not: the first word stands', async () => {
    const { id: orderId } = await paidOrder(await semi());
    await startRefund({ orderId, reason: 'No coins left', actor });
    const { id: refundId } = await refundOf(orderId);
    paying.refund = () => ({ outcome: 'unknown', reason: 'no answer' });
    await Promise.all([sendRefund(refundId), sendRefund(refundId), sendRefund(refundId)]);
    await sendRefund(refundId);
    expect(paying.refunded).toHaveLength(1);
    expect(await refundOf(orderId)).toMatchObject({ status: 'unknown' });
    await expect(settleRefund({ actor, refundId })).rejects.toMatchObject({ code: 'refund_moved' });
    await applyRefundAnswer({ refundId, answer: { outcome: 'settled' }, source: 'poll' });
    const denial = { outcome: 'refused', reason: 'no' } as const;
    expect(await applyRefundAnswer({ refundId, answer: denial, source: 'callback' })).toBe('contradicted');
    expect(await applyRefundAnswer({ refundId, answer: denial, source: 'callback' })).toBe('repeated');
    expect((await theOrder(orderId)).status).toBe('refunded');
    expect((await lettersOf(orderId)).filter((code) => code === 'A5')).toHaveLength(2);
  });

  it('waits where the reserve is short', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason: 'No coins left', actor });
    await addReserve(office.bank.id, -1_000n);
    const { id } = await refundOf(orderId);
    await sendRefund(id);
    expect(await refundOf(orderId)).toMatchObject({ status: 'ready', failure: 'no_reserve' });
    expect(paying.refunded).toEqual([]);
    await addReserve(office.bank.id, 1_000n);
    await sendRefund(id);
    expect((await theOrder(orderId)).status).toBe('refunded');
  });

  it('waits while payouts of its method are stopped', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason: 'No coins left', actor });
    const { id } = await refundOf(orderId);
    await stopPayouts({ actor: staff('admin'), methodId: office.bank.id, stopped: true });
    await sendRefund(id);
    expect(await refundOf(orderId)).toMatchObject({ status: 'ready', failure: 'stopped' });
    expect(paying.refunded).toEqual([]);
    await stopPayouts({ actor: staff('admin'), methodId: office.bank.id, stopped: false });
    await sendRefund(id);
    expect((await theOrder(orderId)).status).toBe('refunded');
  });

  it('above the limit is not approved by whose order it is, nor by who asked for it', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic', refundApproval: 1000n });
    const { id: orderId } = await paidOrder(office);
    const owner = await registered(staff('operator'));
    await query('UPDATE orders SET customer_id = $2 WHERE id = $1', [orderId, owner.userId]);
    await startRefund({ orderId, reason: 'The customer asked for it', actor });
    const { id: refundId } = await refundOf(orderId);
    for (const who of [owner, actor])
      await expect(approveRefund({ actor: who, refundId })).rejects.toMatchObject({ code: 'second_person' });
    const filter = readRefundFilter({ view: 'approval', q: orderId });
    expect((await refundPage({ actor: owner, filter })).rows).toMatchObject([{ own: true }]);
    await approveRefund({ actor: staff('admin'), refundId });
    await sendRefund(refundId);
    expect((await theOrder(orderId)).status).toBe('refunded');
  });

  it('is no more possible once a payout is under way, nor a payout once it is decided', async () => {
    const office = await makePayingOffice();
    const { id: orderId } = await paidOrder(office);
    await expect(startRefund({ orderId, reason: 'Too late', actor })).rejects.toMatchObject({
      name: 'AppError',
    });
    paying.send = () => ({ outcome: 'refused', reason: 'no' });
    await sendPayout((await payoutOf(orderId)).id);
    await startRefund({ orderId, reason: 'Payout failed', actor });
    await expect(finalizeOrder({ orderId, actor })).rejects.toMatchObject({ name: 'AppError' });
    expect(await heldOn(office.coin.id)).toBe(0n);
    await sendRefund((await refundOf(orderId)).id);
    expect(await movedBy(orderId)).toEqual({});
  });
});

describe('an excess', () => {
  it('goes back beside the order, which goes on as agreed and is completed', async () => {
    const office = await makePayingOffice();
    const { id: orderId } = await paidOrder(office, '60500');
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'overpaid' });
    await startRefund({ orderId, kind: 'excess', reason: 'Paid too much', actor });
    expect(await theOrder(orderId)).toMatchObject({
      status: 'in_progress',
      exception: null,
      receivedUnits: 6_000_000n,
    });
    const { id } = await refundOf(orderId);
    const payout = await payoutOf(orderId);
    await Promise.all([sendRefund(id), sendPayout(payout.id)]);
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'completed', receivedUnits: 6_000_000n });
    expect(await movedBy(orderId)).toMatchObject({
      'reserve RUB': 6_000_000n,
      'reserve BTC': -order.getUnits,
    });
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
    expect(paying.refunded).toEqual([{ id, amount: '500.00' }]);
  });

  it('of a semi-automatic order goes back after its completion just as well', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office, '60500');
    await startRefund({ orderId, kind: 'excess', amount: '200', reason: 'Part of what was too much', actor });
    expect((await theOrder(orderId)).status).toBe('funds_received');
    await sendRefund((await refundOf(orderId)).id);
    await finalizeOrder({ orderId, actor });
    expect(await movedBy(orderId)).toMatchObject({ 'obligations RUB': -30_000n });
    await expect(
      startRefund({ orderId, kind: 'excess', amount: '300.01', reason: 'The rest', actor }),
    ).rejects.toMatchObject({ code: 'refund_too_much', params: { available: '300.00', asset: 'RUB' } });
    await startRefund({ orderId, kind: 'excess', reason: 'The rest', actor });
    const [last] = await query<{ id: string }>(
      'SELECT id FROM refunds WHERE order_id = $1 ORDER BY number DESC',
      [orderId],
    );
    await sendRefund(last?.id ?? '');
    expect(await movedBy(orderId)).not.toHaveProperty('obligations RUB');
    expect((await theOrder(orderId)).status).toBe('completed');
    await expect(
      startRefund({ orderId, kind: 'part', amount: '1', reason: 'Once more', actor }),
    ).rejects.toMatchObject({ code: 'refund_too_much' });
  });

  it('that is given up is owed again', async () => {
    const { id: orderId } = await paidOrder(await semi(), '60500');
    await startRefund({ orderId, kind: 'excess', way: 'hand', reason: 'Too much', actor });
    const { id: refundId } = await refundOf(orderId);
    await cancelRefund({ actor, refundId, reason: 'The customer wants it on the next order' });
    expect((await theOrder(orderId)).receivedUnits).toBe(6_050_000n);
    await expect(settleRefund({ actor, refundId })).rejects.toMatchObject({ code: 'refund_moved' });
  });
});

describe('a part', () => {
  it('of money that came otherwise than agreed may go back; of an agreed exchange only what is too much', async () => {
    const office = await semi();
    const { id: orderId } = await paidOrder(office, '30000');
    expect((await theOrder(orderId)).exception).toBe('underpaid');
    await startRefund({ orderId, kind: 'part', amount: '10000', reason: 'By agreement', actor });
    await sendRefund((await refundOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', receivedUnits: 2_000_000n });
    expect(await movedBy(orderId)).toMatchObject({ 'obligations RUB': -2_000_000n });
    const agreed = await paidOrder(office);
    await expect(
      startRefund({ orderId: agreed.id, kind: 'part', amount: '1', reason: 'Why not', actor }),
    ).rejects.toMatchObject({ code: 'refund_too_much' });
  });
});
