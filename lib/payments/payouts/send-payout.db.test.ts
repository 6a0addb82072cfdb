import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, heldOn, lettersOf, movedBy } from '@/lib/exchange/testing/traces';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { markPayoutNotPaid, markPayoutPaid } from '@/lib/payments/payouts/decide-payout';
import { markSending, sendingLeaseMs } from '@/lib/payments/payouts/mark-sending';
import { pollPayouts } from '@/lib/payments/payouts/poll-payouts';
import { sendPayoutNow } from '@/lib/payments/payouts/send-now';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, paidOrder, payoutOf, payoutsOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');
let office: DoorOffice;

beforeEach(async () => {
  resetPaying();
  office = await makePayingOffice();
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

/** An order whose payout nobody knows the outcome of. */
async function unknownOrder() {
  const { id: orderId } = await paidOrder(office);
  paying.send = () => ({ outcome: 'unknown', reason: 'no answer in 15000 ms' });
  const payout = await payoutOf(orderId);
  await sendPayout(payout.id);
  return { orderId, payoutId: payout.id };
}

describe('an automatic payout', () => {
  it('completes its order with nobody at the desk: hold taken, fee of the system posted, letters U3 and A1', async () => {
    const { id: orderId } = await paidOrder(office);
    const payout = await payoutOf(orderId);
    expect(payout).toMatchObject({ status: 'queued', requestedBy: 'system', systemCode: 'paying' });
    paying.send = () => ({ outcome: 'settled', reference: 'tx-7', externalId: 'e-7', fee: '0.00001' });
    await sendPayout(payout.id);
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'completed', exception: null, payoutReference: 'tx-7' });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'settled', systemFeeUnits: 1000n });
    expect(await movedBy(orderId)).toMatchObject({
      'reserve RUB': 6_000_000n,
      'reserve BTC': -order.getUnits - 1000n,
      'system_cost BTC': 1000n,
    });
    expect(await heldOn(office.coin.id)).toBe(0n);
    expect(await lettersOf(orderId)).toEqual(expect.arrayContaining(['U3', 'A1']));
  });

  it('is sent once, however many workers take its job', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id } = await payoutOf(orderId);
    await Promise.all(Array.from({ length: 20 }, () => sendPayout(id)));
    await sendPayout(id);
    expect(paying.sent).toEqual([id]);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('that is refused leaves the money received, the hold and the operator who is told', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id } = await payoutOf(orderId);
    paying.send = () => ({ outcome: 'refused', reason: 'limit of the wallet' });
    await sendPayout(id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: 'payout_failed' });
    expect(await heldOn(office.coin.id)).toBeGreaterThan(0n);
    expect(await lettersOf(orderId)).toContain('A5');
    await pollPayouts();
    expect(paying.sent).toEqual([id]);
  });

  it('that was refused is sent anew by the operator, or paid by hand, and never both', async () => {
    const { id: orderId } = await paidOrder(office);
    paying.send = () => ({ outcome: 'refused', reason: 'no' });
    await sendPayout((await payoutOf(orderId)).id);
    const second = await sendPayoutNow({ orderId, actor: operator });
    await expect(finalizeOrder({ orderId, actor: operator })).rejects.toMatchObject({ name: 'AppError' });
    paying.send = () => ({ outcome: 'settled', reference: 'tx-2' });
    await sendPayout(second);
    expect((await theOrder(orderId)).status).toBe('completed');
    expect((await payoutsOf(orderId)).map(({ status }) => status)).toEqual(['refused', 'settled']);
  });

  it('to a requisite that the system cannot pay to is refused without a call', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id } = await payoutOf(orderId);
    await query(`UPDATE payouts SET destination = '{"address":""}' WHERE id = $1`, [id]);
    await sendPayout(id);
    expect(paying.sent).toEqual([]);
    expect((await theOrder(orderId)).exception).toBe('payout_failed');
  });

  it('an adapter that breaks is an outcome nobody knows', async () => {
    const { id: orderId } = await paidOrder(office);
    paying.send = () => {
      throw new TypeError('broken');
    };
    await sendPayout((await payoutOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'payout_unknown' });
  });
});

describe('a worker that dies', () => {
  it('between marking and sending pays nothing twice: after the lease the payout is only asked about', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id } = await payoutOf(orderId);
    expect(await markSending(id)).not.toBeNull();
    await sendPayout(id);
    await pollPayouts();
    expect(await payoutOf(orderId)).toMatchObject({ status: 'sending' });
    expect(await checkPayout({ payoutId: id, source: 'poll' })).toBe('pending');
    expect(paying.checked).toBe(0);
    shiftClock(sendingLeaseMs + 1_000);
    await pollPayouts();
    expect(await payoutOf(orderId)).toMatchObject({ status: 'unknown' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'payout_unknown' });
    await checkPayout({ payoutId: id, source: 'poll' });
    expect(paying.sent).toEqual([]);
    expect((await theOrder(orderId)).status).toBe('completed');
  });
});

describe('a payout whose outcome nobody knows', () => {
  it('alarms the operator once, is asked with growing pauses, and is never sent again', async () => {
    const { orderId, payoutId } = await unknownOrder();
    paying.check = () => ({ outcome: 'unknown', reason: 'still nothing' });
    const pauses: number[] = [];
    for (let index = 0; index < 10; index += 1) {
      const { nextTryAt } = await payoutOf(orderId);
      const before = Date.now();
      await checkPayout({ payoutId, source: 'poll' });
      pauses.push(Math.round(((nextTryAt?.getTime() ?? 0) - before) / 1000));
    }
    expect(pauses.map((pause) => Math.max(pause, 0)).slice(0, 5)).toEqual(
      pauses.slice(0, 5).toSorted((a, b) => a - b),
    );
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(1_798);
    expect(pauses.at(-1)).toBeLessThanOrEqual(1_800);
    expect((await lettersOf(orderId)).filter((code) => code === 'A5')).toHaveLength(1);
    expect(paying.sent).toEqual([payoutId]);
    await expect(sendPayoutNow({ orderId, actor: operator })).rejects.toMatchObject({ name: 'AppError' });
  });

  it('that hangs, then says paid, then says not: paid once, the first word stands, the operator is told', async () => {
    const { orderId, payoutId } = await unknownOrder();
    paying.check = () => ({ outcome: 'settled', reference: 'tx-9' });
    expect(await checkPayout({ payoutId, source: 'poll' })).toBe('settled');
    expect((await theOrder(orderId)).status).toBe('completed');
    const denial = { outcome: 'refused', reason: 'not paid after all' } as const;
    expect(await applyPayoutAnswer({ payoutId, answer: denial, source: 'callback' })).toBe('contradicted');
    expect(await applyPayoutAnswer({ payoutId, answer: denial, source: 'callback' })).toBe('repeated');
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'completed', payoutReference: 'tx-9' });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'settled', reason: 'not paid after all' });
    expect((await lettersOf(orderId)).filter((code) => code === 'A5')).toHaveLength(2);
    expect(paying.sent).toEqual([payoutId]);
    expect(await movedBy(orderId)).toMatchObject({ 'reserve BTC': -order.getUnits });
  });

  it('that says not, and later paid: nothing is posted twice, the operator is told', async () => {
    const { orderId, payoutId } = await unknownOrder();
    await applyPayoutAnswer({ payoutId, answer: { outcome: 'refused', reason: 'no' }, source: 'poll' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: 'payout_failed' });
    const late = { outcome: 'settled', reference: 'tx-late' } as const;
    expect(await applyPayoutAnswer({ payoutId, answer: late, source: 'callback' })).toBe('contradicted');
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received' });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'refused', reference: 'tx-late' });
  });

  it('is told of by the operator who has looked: paid', async () => {
    const { orderId, payoutId } = await unknownOrder();
    await markPayoutPaid({ actor: operator, payoutId, reference: 'by the cabinet' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', payoutReference: 'by the cabinet' });
    expect(await payoutOf(orderId)).toMatchObject({ decidedBy: operator.name });
    await expect(markPayoutPaid({ actor: operator, payoutId, reference: 'x' })).rejects.toMatchObject({
      code: 'payout_moved',
    });
  });

  it('or not paid; only where nobody knows', async () => {
    const { orderId, payoutId } = await unknownOrder();
    await markPayoutNotPaid({ actor: operator, payoutId, reason: 'not in the list' });
    expect(await theOrder(orderId)).toMatchObject({ exception: 'payout_failed' });
    const other = await paidOrder(office);
    await expect(
      markPayoutNotPaid({ actor: operator, payoutId: (await payoutOf(other.id)).id, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'payout_moved' });
  });
});
