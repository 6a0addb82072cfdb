import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { guest, theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, heldOn } from '@/lib/exchange/testing/traces';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { cancelPayout } from '@/lib/payments/payouts/cancel-payout';
import { checkPayoutNow } from '@/lib/payments/payouts/check-payout-now';
import { markPayoutNotPaid, markPayoutPaid } from '@/lib/payments/payouts/decide-payout';
import { pollPayouts } from '@/lib/payments/payouts/poll-payouts';
import { sendPayoutNow } from '@/lib/payments/payouts/send-now';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { stopPayouts } from '@/lib/payments/payouts/stop-payouts';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, paidOrder, payoutOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');
const admin = staff('admin');

beforeEach(resetPaying);

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

/** An order that is paid, with its queued payout. */
async function waiting(office: DoorOffice) {
  const { id: orderId, getUnits } = await paidOrder(office);
  return { orderId, getUnits, payoutId: (await payoutOf(orderId)).id };
}

async function jobsOf(payoutId: string): Promise<number> {
  const rows = await query(
    `SELECT 1 FROM pgboss.job WHERE name = 'send-payout' AND data ->> 'payoutId' = $1`,
    [payoutId],
  );
  return rows.length;
}

describe('limits', () => {
  it('a payout above the limit for one waits, and says why', async () => {
    const office = await makePayingOffice({ max: 1000n });
    const { orderId, payoutId } = await waiting(office);
    await sendPayout(payoutId);
    expect(await payoutOf(orderId)).toMatchObject({ status: 'queued', waitsFor: 'payment_limit' });
    await query('UPDATE payment_methods SET payout_max_units = NULL WHERE id = $1', [office.coin.id]);
    await sendPayout(payoutId);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('20 workers at once do not exceed the limit of a day', async () => {
    const office = await makePayingOffice();
    const orders: Awaited<ReturnType<typeof waiting>>[] = [];
    for (let index = 0; index < 12; index += 1) orders.push(await waiting(office));
    const each = orders[0]?.getUnits ?? 0n;
    await query('UPDATE payment_methods SET payout_day_units = $2 WHERE id = $1', [
      office.coin.id,
      each * 5n + 7n,
    ]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => sendPayout(orders[index % orders.length]?.payoutId ?? '')),
    );
    expect(paying.sent).toHaveLength(5);
    expect(new Set(paying.sent).size).toBe(5);
    const left = await query<{ waits: string }>(
      `SELECT waits_for AS waits FROM payouts WHERE method_id = $1 AND status = 'queued'`,
      [office.coin.id],
    );
    expect(left.map(({ waits }) => waits)).toEqual(Array(7).fill('day_limit'));
  });

  it('what waited for the day goes out after midnight UTC; refused payouts do not count', async () => {
    const office = await makePayingOffice();
    const [first, second] = [await waiting(office), await waiting(office)];
    await query('UPDATE payment_methods SET payout_day_units = $2 WHERE id = $1', [
      office.coin.id,
      first.getUnits,
    ]);
    paying.send = () => ({ outcome: 'refused', reason: 'no' });
    await sendPayout(first.payoutId);
    paying.send = () => ({ outcome: 'pending' });
    await sendPayout(second.payoutId);
    expect(await payoutOf(second.orderId)).toMatchObject({ status: 'pending' });
    const third = await waiting(office);
    await sendPayout(third.payoutId);
    expect(await payoutOf(third.orderId)).toMatchObject({ waitsFor: 'day_limit' });
    shiftClock(86_400_000);
    await pollPayouts();
    expect(await jobsOf(third.payoutId)).toBe(2);
    await sendPayout(third.payoutId);
    expect(await payoutOf(third.orderId)).toMatchObject({ status: 'pending', waitsFor: null });
  });

  it('a connection that is off, broken or gone holds payouts back', async () => {
    const office = await makePayingOffice();
    const { orderId, payoutId } = await waiting(office);
    await query('UPDATE system_connections SET enabled = false WHERE id = $1', [office.connectionId]);
    await sendPayout(payoutId);
    expect(await payoutOf(orderId)).toMatchObject({ waitsFor: 'connection_off' });
    await query('UPDATE payment_methods SET pay_out_connection_id = NULL WHERE id = $1', [office.coin.id]);
    await sendPayout(payoutId);
    expect(await payoutOf(orderId)).toMatchObject({ waitsFor: 'no_connection' });
    expect(paying.sent).toEqual([]);
  });
});

describe('approval', () => {
  it('above the limit nothing is queued until an operator approves; two approve at once, one does', async () => {
    const office = await makePayingOffice({ approval: 1000n });
    const { orderId, payoutId } = await waiting(office);
    expect(await payoutOf(orderId)).toMatchObject({ status: 'awaiting_approval', requestedBy: 'system' });
    expect(await jobsOf(payoutId)).toBe(0);
    await sendPayout(payoutId);
    expect(paying.sent).toEqual([]);
    const both = await Promise.allSettled(
      [operator, staff('operator')].map((actor) => approvePayout({ actor, payoutId })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await jobsOf(payoutId)).toBe(1);
    await sendPayout(payoutId);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('nobody approves what he asked for himself', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic', approval: 1000n });
    const { id: orderId } = await paidOrder(office);
    const payoutId = await sendPayoutNow({ orderId, actor: operator });
    await expect(approvePayout({ actor: operator, payoutId })).rejects.toMatchObject({
      code: 'second_person',
    });
    await approvePayout({ actor: staff('operator'), payoutId });
    await sendPayout(payoutId);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('rejected, the order waits for the operator, held money and all', async () => {
    const office = await makePayingOffice({ approval: 1000n });
    const { orderId, payoutId } = await waiting(office);
    await cancelPayout({ actor: operator, payoutId, reason: 'looks odd' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: 'payout_failed' });
    expect(await heldOn(office.coin.id)).toBeGreaterThan(0n);
    await expect(approvePayout({ actor: operator, payoutId })).rejects.toMatchObject({
      code: 'payout_moved',
    });
    await sendPayout(payoutId);
    expect(paying.sent).toEqual([]);
  });
});

describe('canceling', () => {
  it('races with sending: either it is sent, or canceled', async () => {
    const office = await makePayingOffice();
    const orders: Awaited<ReturnType<typeof waiting>>[] = [];
    for (let index = 0; index < 8; index += 1) orders.push(await waiting(office));
    await Promise.allSettled(
      orders.flatMap(({ payoutId }) => [
        sendPayout(payoutId),
        cancelPayout({ actor: operator, payoutId, reason: 'changed my mind' }),
      ]),
    );
    for (const { orderId, payoutId } of orders) {
      const sent = paying.sent.includes(payoutId);
      expect((await payoutOf(orderId)).status).toBe(sent ? 'settled' : 'canceled');
      expect((await theOrder(orderId)).status).toBe(sent ? 'completed' : 'funds_received');
    }
  });
});

describe('switches', () => {
  it('of all and of one method hold payouts back, and let them go by themselves', async () => {
    const office = await makePayingOffice();
    const { orderId, payoutId } = await waiting(office);
    await stopPayouts({ actor: admin, stopped: true });
    await sendPayout(payoutId);
    expect(await payoutOf(orderId)).toMatchObject({ status: 'queued', waitsFor: 'stopped' });
    await stopPayouts({ actor: admin, methodId: office.coin.id, stopped: true });
    await stopPayouts({ actor: admin, stopped: false });
    await sendPayout(payoutId);
    expect(await payoutOf(orderId)).toMatchObject({ status: 'queued', waitsFor: 'method_stopped' });
    expect(paying.sent).toEqual([]);
    await stopPayouts({ actor: admin, methodId: office.coin.id, stopped: false });
    await pollPayouts();
    expect(await jobsOf(payoutId)).toBe(2);
    await sendPayout(payoutId);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('after the switch has answered, nothing more is marked for sending', async () => {
    const office = await makePayingOffice();
    const orders: Awaited<ReturnType<typeof waiting>>[] = [];
    for (let index = 0; index < 10; index += 1) orders.push(await waiting(office));
    let stopped = 0;
    const stop = stopPayouts({ actor: admin, methodId: office.coin.id, stopped: true }).then(() => {
      stopped = Date.now();
    });
    await Promise.all([...orders.map(({ payoutId }) => sendPayout(payoutId)), stop]);
    const rows = await query<{ at: Date }>(
      'SELECT sent_at AS at FROM payouts WHERE method_id = $1 AND sent_at > $2',
      [office.coin.id, new Date(stopped + 5)],
    );
    expect(rows).toEqual([]);
  });
});

describe('who may', () => {
  it('steps want an operator, switches an admin; the rest may nothing', async () => {
    const office = await makePayingOffice({ approval: 1000n });
    const { payoutId, orderId } = await waiting(office);
    for (const actor of [
      guest(),
      ...(['customer', 'cashier', 'support', 'accountant'] as const).map((r) => staff(r)),
    ]) {
      const steps = [
        approvePayout({ actor, payoutId }),
        cancelPayout({ actor, payoutId, reason: 'because' }),
        markPayoutPaid({ actor, payoutId, reference: 'x' }),
        markPayoutNotPaid({ actor, payoutId, reason: 'because' }),
        checkPayoutNow({ actor, payoutId }),
        sendPayoutNow({ actor, orderId }),
        stopPayouts({ actor, stopped: true }),
      ];
      for (const step of await Promise.allSettled(steps)) {
        expect(step).toMatchObject({ status: 'rejected', reason: { name: 'AppError' } });
        if (step.status === 'rejected') expect(['forbidden', 'not_signed_in']).toContain(step.reason.code);
      }
    }
    await expect(stopPayouts({ actor: operator, stopped: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
