import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, movedBy } from '@/lib/exchange/testing/traces';
import { newId } from '@/lib/ids';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { processNotice } from '@/lib/payments/process-notice';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, paidOrder, payoutOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

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

describe('answers that come at once', () => {
  it('a notice, a question and the answer to sending complete one order once', async () => {
    const { orderId, payoutId } = await unknownOrder();
    const answer = { outcome: 'settled', reference: 'tx', fee: '0.00002' } as const;
    const applied = await Promise.all(
      (['callback', 'poll', 'send', 'callback', 'poll'] as const).map((source) =>
        applyPayoutAnswer({ payoutId, answer, source }),
      ),
    );
    expect(applied.filter((outcome) => outcome === 'settled')).toHaveLength(1);
    expect(applied.filter((outcome) => outcome === 'repeated')).toHaveLength(4);
    expect(await movedBy(orderId)).toMatchObject({ 'system_cost BTC': 2000n });
  });

  it('that deny each other: one stands, the other is told of', async () => {
    const { orderId, payoutId } = await unknownOrder();
    const applied = await Promise.all([
      applyPayoutAnswer({ payoutId, answer: { outcome: 'settled' }, source: 'callback' }),
      applyPayoutAnswer({ payoutId, answer: { outcome: 'refused', reason: 'no' }, source: 'poll' }),
    ]);
    expect(applied).toContain('contradicted');
    expect(['completed', 'funds_received']).toContain((await theOrder(orderId)).status);
  });

  it('whose sending was not answered: an unsigned notice tells by what to ask, and no more', async () => {
    const { orderId, payoutId } = await unknownOrder();
    const [notice] = await query<{ id: string }>(
      `INSERT INTO payment_notices (id, system_code, method_code, connection_id, verdict, http_method, query, headers, body,
         ip, reading, received_at)
       VALUES ($1, 'paying', 'x', $2, 'accepted', 'POST', '', '{}', '', '192.0.2.1', $3, now()) RETURNING id`,
      [
        newId('ntc'),
        office.connectionId,
        JSON.stringify({
          about: 'payout',
          targetId: payoutId,
          trust: 'hint',
          eventKey: 'e',
          answer: { outcome: 'pending', externalId: 'po-1' },
        }),
      ],
    );
    await processNotice(notice?.id ?? '');
    const [job] = await query<{ data: { payoutId: string; hint?: string } }>(
      `SELECT data FROM pgboss.job WHERE name = 'check-payout' AND data->>'payoutId' = $1`,
      [payoutId],
    );
    expect(job?.data).toEqual({ payoutId, hint: 'po-1' });
    paying.check = () => ({ outcome: 'unknown', reason: 'another one' });
    await checkPayout({ payoutId, source: 'poll', hint: 'po-1' });
    expect(paying.askedBy).toEqual({ externalId: 'po-1', hinted: true });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'unknown', externalId: null });
    paying.check = () => ({ outcome: 'settled', externalId: 'po-2' });
    await checkPayout({ payoutId, source: 'poll', hint: 'po-2' });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'settled', externalId: 'po-2' });
  });

  it('about a payout that we do not remember to have sent stop it, and the operator is told', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id: payoutId } = await payoutOf(orderId);
    const answer = { outcome: 'settled', reference: 'from another life' } as const;
    expect(await applyPayoutAnswer({ payoutId, answer, source: 'callback' })).toBe('unknown');
    await sendPayout(payoutId);
    expect(paying.sent).toEqual([]);
    expect((await theOrder(orderId)).exception).toBe('payout_unknown');
    await checkPayout({ payoutId, source: 'poll' });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('taken and not done for an hour: the operator is told', async () => {
    const { id: orderId } = await paidOrder(office);
    const { id: payoutId } = await payoutOf(orderId);
    paying.send = () => ({ outcome: 'pending', externalId: 'e' });
    paying.check = () => ({ outcome: 'pending' });
    await sendPayout(payoutId);
    expect((await theOrder(orderId)).exception).toBeNull();
    shiftClock(3_700_000);
    await checkPayout({ payoutId, source: 'poll' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'payout_unknown' });
    paying.check = () => ({ outcome: 'settled' });
    await checkPayout({ payoutId, source: 'poll' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: null });
  });
});
