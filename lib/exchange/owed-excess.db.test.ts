import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, payoutOf } from '@/lib/payments/testing/paying-office';
import { deskMoney } from './desk-payments';
import { deskSteps } from './desk-steps';
import { finalizeOrder } from './finalize-order';
import { finishRefund } from './finish-refund';
import { paymentSystemMover } from './mover';
import { payoutRefused, payoutSettled } from './payout-outcome';
import { startRefund } from './start-refund';
import { staff } from './testing/office';
import { theOrder } from './testing/orders';
import { awaitedOrder, settle } from './testing/payments';
import { expectAllInOrder, movedBy } from './testing/traces';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');

afterEach(expectAllInOrder);

/** The customer pays once more, though nothing was asked for. */
async function payAgain(office: DoorOffice, orderId: string, amount = '60000'): Promise<void> {
  const again = await awaitedOrder(office);
  await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [again.payment.id, orderId]);
  await settle(again.payment.id, amount);
}

/** The system's word on the only payout of the order. */
async function payOut(orderId: string, status: 'settled' | 'refused'): Promise<void> {
  const payout = await payoutOf(orderId);
  await inTransaction(async (tx) => {
    await tx.query('UPDATE payouts SET status = $2::"PayoutStatus" WHERE id = $1', [payout.id, status]);
    const outcome = { payout, mover: paymentSystemMover('paying') };
    await (status === 'settled' ? payoutSettled : payoutRefused)(tx, orderId, outcome);
  });
}

describe('an excess that came before the payout', () => {
  it('is decided on first: nothing is sent beside it', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic' });
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    await payAgain(office, orderId);
    const order = await theOrder(orderId);
    expect(order.exception).toBe('overpaid');
    const { facts } = await deskMoney(order);
    expect(facts.canPayOut).toBe(true);
    expect(deskSteps(order, facts)).not.toContain('send_payout');
    expect(deskSteps(order, facts)).toContain('start_refund');
  });
});

describe('an excess that came beside the payout', () => {
  async function refusedBeside() {
    const office = await makePayingOffice();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    await payAgain(office, orderId, '5000');
    await payOut(orderId, 'refused');
    return orderId;
  }

  it('is still shown as owed where the payout was refused, and can go back', async () => {
    const orderId = await refusedBeside();
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'funds_received', exception: 'payout_failed' });
    const { facts, refund } = await deskMoney(order);
    expect(refund.excess).toBe('5000.00');
    expect(deskSteps(order, facts)).toContain('start_refund');
  });

  it('is not taken where people pay instead, and the completed order tells of it', async () => {
    const orderId = await refusedBeside();
    await finalizeOrder({ orderId, actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'completed', exception: 'overpaid' });
    expect(await movedBy(orderId)).toMatchObject({
      'obligations RUB': -500_000n,
      'income_spread RUB': -order.spreadUnits,
    });
  });

  it('is told by the completed order, whatever the last word on the money was', async () => {
    const office = await makePayingOffice();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    await payAgain(office, orderId, '5000');
    await query(`UPDATE orders SET exception = 'payer_mismatch' WHERE id = $1`, [orderId]);
    await payOut(orderId, 'settled');
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: 'overpaid' });
  });
});

describe('money that comes after a full refund', () => {
  it('is kept, and marked as owed', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic' });
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    await startRefund({ orderId, way: 'hand', reason: 'No', actor: operator });
    await finishRefund({ orderId, actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'refunded', receivedUnits: 0n });
    await payAgain(office, orderId, '5000');
    expect(await theOrder(orderId)).toMatchObject({
      status: 'refunded',
      exception: 'overpaid',
      receivedUnits: 500_000n,
    });
  });
});
