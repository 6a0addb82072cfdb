import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { deskMoney } from '@/lib/exchange/desk-payments';
import { deskSteps } from '@/lib/exchange/desk-steps';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { markPayoutNotPaid } from '@/lib/payments/payouts/decide-payout';
import { sendPayoutNow } from '@/lib/payments/payouts/send-now';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, paidOrder, payoutOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';
import { untilWaiting } from '@/scripts/testing/until-waiting';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

let office: DoorOffice;

beforeEach(async () => {
  resetPaying();
  office = await makePayingOffice();
});

afterEach(expectAllInOrder);

/** An order whose payout nobody knows the outcome of. */
async function unknownOrder() {
  const { id: orderId } = await paidOrder(office);
  paying.send = () => ({ outcome: 'unknown', reason: 'no answer in 15000 ms' });
  const { id: payoutId } = await payoutOf(orderId);
  await sendPayout(payoutId);
  return { orderId, payoutId };
}

describe('a person’s word', () => {
  it('is heard of the payout as it stands, not as it stood on his page: a system that is at it again is waited for', async () => {
    const { orderId, payoutId } = await unknownOrder();
    const actor = staff('operator');
    const word = await inTransaction(async (tx) => {
      await tx.query(`UPDATE payouts SET status = 'pending', alarmed_at = NULL WHERE id = $1`, [payoutId]);
      const said = Promise.allSettled([markPayoutNotPaid({ actor, payoutId, reason: 'Not in the cabinet' })]);
      await untilWaiting();
      return { said };
    });
    expect(await word.said).toMatchObject([{ status: 'rejected', reason: { code: 'payout_moved' } }]);
    expect(await payoutOf(orderId)).toMatchObject({ status: 'pending' });
    expect((await theOrder(orderId)).status).toBe('in_progress');
  });

  it('is kept in the audit with what it did', async () => {
    const { orderId, payoutId } = await unknownOrder();
    await markPayoutNotPaid({ actor: staff('operator'), payoutId, reason: 'Not in the cabinet' });
    expect((await theOrder(orderId)).exception).toBe('payout_failed');
    const kept = await query('SELECT action, before FROM audit_records WHERE subject = $1', [payoutId]);
    expect(kept).toEqual([{ action: 'payout.mark_not_paid', before: 'unknown' }]);
  });
});

describe('an order whose refused payout was paid after all, as the system says later', () => {
  it('is not paid by a system again; people look, and pay by hand', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id: payoutId } = await payoutOf(orderId);
    paying.send = () => ({ outcome: 'refused', reason: 'no' });
    await sendPayout(payoutId);
    const actor = staff('operator');
    expect(deskSteps(await theOrder(orderId), (await deskMoney(await theOrder(orderId))).facts)).toContain(
      'send_payout',
    );
    await applyPayoutAnswer({
      payoutId,
      answer: { outcome: 'settled', reference: 'tx-9' },
      source: 'callback',
    });
    const { facts, payouts } = await deskMoney(await theOrder(orderId));
    expect(payouts).toMatchObject([{ contradicted: true }]);
    expect(deskSteps(await theOrder(orderId), facts)).not.toContain('send_payout');
    await expect(sendPayoutNow({ orderId, actor })).rejects.toMatchObject({ code: 'payout_contradicted' });
    await finalizeOrder({ orderId, payoutReference: 'tx-9', actor });
    expect((await theOrder(orderId)).status).toBe('completed');
  });
});
