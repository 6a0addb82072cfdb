import { beforeEach, describe, expect, it, vi } from 'vitest';
import { now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { theOrder } from '@/lib/exchange/testing/orders';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { loadConnection } from '@/lib/payments/connection';
import {
  askBrokenConnections,
  maxFailures,
  noteAnswer,
  noteFailure,
  noteSuccess,
} from '@/lib/payments/connection-health';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { pollPayments } from '@/lib/payments/poll-payments';
import { type DoorOffice, makeConnection, makeDoorOffice, startedPayment } from '@/lib/payments/testing/door';
import { countQuestions, health, states } from '@/lib/payments/testing/door-systems';
import { testKey } from '@/lib/payments/testing/send-notice';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { mute, signing } = await import('@/lib/payments/testing/door-systems');
  const ours = [mute, signing];
  return {
    ...real,
    paymentSystem: (code: string) => ours.find((system) => system.code === code) ?? real.paymentSystem(code),
  };
});

let office: DoorOffice;
let payment: PaymentRow;

async function begin(): Promise<void> {
  office = await makeDoorOffice({ systemCode: 'signing', secrets: { key: testKey } });
  payment = await startedPayment(office);
  states.clear();
  countQuestions();
  health.outcome = 'settled';
}

const settled = () =>
  ({ outcome: 'settled', amount: '60000.00', asset: 'RUB', externalId: `ext-${payment.number}` }) as const;

const thePayment = async () => (await loadPayment({ query }, payment.id)) as PaymentRow;

describe('polling', () => {
  beforeEach(begin);

  const dueJobs = async () =>
    (
      await query<{ id: string }>(
        `SELECT data->>'paymentId' AS id FROM pgboss.job WHERE name = 'check-payment' AND state = 'created'`,
      )
    ).filter(({ id }) => id === payment.id).length;

  it('asks when it is time, and while the job waits does not queue another', async () => {
    await query('UPDATE payments SET next_poll_at = $2 WHERE id = $1', [payment.id, now()]);
    await Promise.all([pollPayments(), pollPayments(), pollPayments()]);
    expect(await dueJobs()).toBe(1);
    await pollPayments();
    expect(await dueJobs()).toBe(1);
  });

  it('brings money whose notice never came', async () => {
    states.set(payment.id, settled());
    expect(await checkPaymentNow({ paymentId: payment.id })).toBe('paid');
    expect((await theOrder(payment.subjectId)).status).toBe('funds_received');
    expect(await checkPaymentNow({ paymentId: payment.id })).toBe('repeated');
  });

  it('pauses longer each time, and ends a day after the payment has run out', async () => {
    const pauses: number[] = [];
    for (let asked = 0; asked < 14; asked += 1) {
      await checkPaymentNow({ paymentId: payment.id });
      pauses.push(Math.round(((await thePayment()).nextPollAt?.getTime() ?? 0) - now().getTime()) / 1000);
    }
    expect(pauses[0]).toBeCloseTo(5, 0);
    expect(pauses[3]).toBeCloseTo(20.48, 0);
    expect(pauses.at(-1)).toBeCloseTo(600, 0);
    shiftClock(26 * 3_600_000);
    await checkPaymentNow({ paymentId: payment.id });
    shiftClock(0);
    expect((await thePayment()).nextPollAt).toBeNull();
  });

  it('asks no more for a payer who presses again and again, so that the system is not tired of us', async () => {
    states.set(payment.id, { outcome: 'unknown', reason: 'too many requests' });
    health.outcome = 'unknown';
    const outcomes: string[] = [];
    for (let press = 0; press < 30; press += 1)
      outcomes.push(await checkPaymentNow({ paymentId: payment.id, source: 'return' }));
    expect(countQuestions()).toBe(6);
    expect(new Set(outcomes.slice(6))).toEqual(new Set(['pending']));
    states.set(payment.id, settled());
    expect(await checkPaymentNow({ paymentId: payment.id })).toBe('paid');
    expect(await checkPaymentNow({ paymentId: payment.id, source: 'return' })).toBe('repeated');
  });

  it('is not asked of what was never started', async () => {
    await query('UPDATE payments SET started_at = NULL WHERE id = $1', [payment.id]);
    expect(await checkPaymentNow({ paymentId: payment.id })).toBe('pending');
    expect(countQuestions()).toBe(0);
  });
});

describe('a connection that fails', () => {
  beforeEach(begin);

  const state = async (id = office.connectionId) =>
    (
      await query<{ failures: number; broken: boolean; reason: string | null }>(
        `SELECT failures_in_row AS failures, broken_at IS NOT NULL AS broken, broken_reason AS reason
         FROM system_connections WHERE id = $1`,
        [id],
      )
    )[0];

  const letters = async (id = office.connectionId) =>
    (
      await query<{ code: string; props: { methods: string[]; reason?: string } }>(
        `SELECT code, props FROM letters WHERE dedupe_key LIKE $1 ORDER BY created_at, code`,
        [`system:${id}:%`],
      )
    ).map(({ code, props }) => ({ code, ...props }));

  const fail = async (times: number, id = office.connectionId) => {
    for (let at = 0; at < times; at += 1) await noteFailure(id, `failure ${at}`);
  };

  it('is taken off after five failures in a row, and the office is told once with what hangs on it', async () => {
    await fail(maxFailures - 1);
    expect(await state()).toMatchObject({ broken: false });
    await fail(4);
    expect(await state()).toMatchObject({ broken: true, failures: 8, reason: 'failure 3' });
    expect(await letters()).toMatchObject([
      { code: 'system_broken', methods: [office.bank.code], reason: 'failure 0' },
    ]);
  });

  it('is not broken by failures with successes between them', async () => {
    for (let round = 0; round < 4; round += 1) {
      await fail(maxFailures - 1);
      await noteSuccess(office.connectionId);
    }
    expect(await state()).toMatchObject({ broken: false, failures: 0 });
    expect(await letters()).toEqual([]);
  });

  it('comes back once it answers, and the office is told', async () => {
    await fail(maxFailures);
    health.outcome = 'unknown';
    await askBrokenConnections();
    expect(await state()).toMatchObject({ broken: true });
    health.outcome = 'settled';
    await askBrokenConnections();
    expect(await state()).toMatchObject({ broken: false, failures: 0, reason: null });
    expect((await letters()).map(({ code }) => code).sort()).toEqual(['system_broken', 'system_works']);
  });

  it('fails at once in many places, and is counted right', async () => {
    await Promise.all(Array.from({ length: 20 }, () => noteFailure(office.connectionId, 'all at once')));
    expect(await state()).toMatchObject({ broken: true, failures: 20 });
    expect(await letters()).toHaveLength(1);
  });

  it('of a system that cannot be asked how it is gets a trial after ten minutes', async () => {
    const id = await makeConnection({ systemCode: 'mute', secrets: { key: testKey } });
    await fail(maxFailures, id);
    await askBrokenConnections();
    expect(await state(id)).toMatchObject({ broken: true });
    await query(`UPDATE system_connections SET broken_at = broken_at - interval '11 minutes' WHERE id = $1`, [
      id,
    ]);
    await askBrokenConnections();
    expect(await state(id)).toMatchObject({ broken: false });
    await fail(1, id);
    expect(await state(id)).toMatchObject({ broken: true });
    expect((await letters(id)).map(({ code }) => code)).toEqual(['system_broken']);
  });

  it('that refuses everything, as its key was taken away, is taken off; that refuses one payment is not', async () => {
    const connection = await loadConnection({ query }, office.connectionId);
    if (!connection) throw new Error('no connection');
    const refusal = { outcome: 'refused', reason: 'the key is not taken' };
    for (let at = 0; at < maxFailures; at += 1) await noteAnswer(connection, 'RUB', refusal);
    expect(await state()).toMatchObject({ broken: false, failures: 0 });
    health.outcome = 'unknown';
    for (let at = 0; at < maxFailures; at += 1) await noteAnswer(connection, 'RUB', refusal);
    expect(await state()).toMatchObject({ broken: true, reason: 'the key is not taken' });
  });

  it('is judged by how it is, not by one payment that it does not understand', async () => {
    states.set(payment.id, { outcome: 'unknown', reason: 'nonsense' });
    await checkPaymentNow({ paymentId: payment.id });
    expect(await state()).toMatchObject({ failures: 0 });
    health.outcome = 'unknown';
    await checkPaymentNow({ paymentId: payment.id });
    expect(await state()).toMatchObject({ failures: 1, reason: 'nonsense' });
  });
});
