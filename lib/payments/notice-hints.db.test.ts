import { beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { theOrder } from '@/lib/exchange/testing/orders';
import { historyOf } from '@/lib/exchange/testing/traces';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { processNotice } from '@/lib/payments/process-notice';
import {
  type DoorOffice,
  makeDoorOffice,
  noticesOf,
  queuedNotices,
  startedPayment,
} from '@/lib/payments/testing/door';
import { countQuestions, states } from '@/lib/payments/testing/door-systems';
import { type SentNotice, sendNotice } from '@/lib/payments/testing/send-notice';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { hinting } = await import('@/lib/payments/testing/door-systems');
  const ours = [hinting];
  return {
    ...real,
    paymentSystem: (code: string) => ours.find((system) => system.code === code) ?? real.paymentSystem(code),
  };
});

let office: DoorOffice;
let payment: PaymentRow;

const told = (more: Record<string, unknown> = {}) => ({
  number: payment.number,
  event: 'e1',
  outcome: 'settled',
  amount: '60000.00',
  externalId: `ext-${payment.number}`,
  ...more,
});

const settled = (more: Record<string, string> = {}) =>
  ({
    outcome: 'settled',
    amount: '60000.00',
    asset: 'RUB',
    externalId: `ext-${payment.number}`,
    ...more,
  }) as const;

/** Everything that was kept and not acted on. */
async function processAll(): Promise<void> {
  for (const { id, verdict, outcome } of await noticesOf(office.bank.code))
    if (verdict === 'accepted' && outcome === null) await processNotice(id);
}

const outcomes = async () => (await noticesOf(office.bank.code)).map(({ outcome }) => outcome);
const thePayment = async () => (await loadPayment({ query }, payment.id)) as PaymentRow;

describe('an unsigned hint', () => {
  beforeEach(async () => {
    await query('DELETE FROM rate_limits');
    office = await makeDoorOffice({ systemCode: 'hinting', secrets: { key: 'not used' } });
    payment = await startedPayment(office);
    states.clear();
    countQuestions();
  });

  const hint = (more: Partial<SentNotice> = {}) =>
    sendNotice({ to: office.bank.code, system: 'hinting', body: told(), signedBy: null, ...more });

  /** Some seconds go by since the notices so far. */
  const later = () =>
    query(
      `UPDATE payment_notices SET received_at = received_at - interval '5 seconds' WHERE method_code = $1`,
      [office.bank.code],
    );

  async function queuedHere(): Promise<string[]> {
    const ours = (await noticesOf(office.bank.code)).map(({ id }) => id);
    return (await queuedNotices()).filter((id) => ours.includes(id));
  }

  it('is not believed: the system is asked, and what it says counts', async () => {
    await sendNotice({ to: office.bank.code, system: 'hinting', body: told(), signedBy: null });
    await processAll();
    expect(countQuestions()).toBe(1);
    expect(await outcomes()).toEqual(['pending']);
    expect((await thePayment()).status).toBe('started');
    states.set(payment.id, settled({ amount: '1.00' }));
    await later();
    await hint();
    await processAll();
    expect((await thePayment()).receivedUnits).toBe(100n);
    expect(await theOrder(payment.subjectId)).toMatchObject({
      status: 'in_progress',
      exception: 'underpaid',
    });
    expect(await historyOf(payment.subjectId)).toContain('received_wrong');
  });

  it('a forged one does not use up the true one: the payment is asked about soon again', async () => {
    await sendNotice({ to: office.bank.code, system: 'hinting', body: told(), signedBy: null });
    await processAll();
    await query(`UPDATE payments SET next_poll_at = now() + interval '10 minutes' WHERE id = $1`, [
      payment.id,
    ]);
    expect(await sendNotice({ to: office.bank.code, system: 'hinting', body: told(), signedBy: null })).toBe(
      '200 ok',
    );
    const next = (await thePayment()).nextPollAt?.getTime() ?? Number.POSITIVE_INFINITY;
    expect(next).toBeLessThanOrEqual(now().getTime() + 5_000);
  });

  it('makes one job of a payment in a few seconds, whatever else it says; the rest asks soon', async () => {
    for (let at = 0; at < 10; at += 1)
      await hint({ body: told({ event: `e${at}`, amount: `${at + 1}` }), ip: `10.1.1.${at}` });
    expect(await queuedHere()).toHaveLength(1);
    await processAll();
    expect(countQuestions()).toBe(1);
    await hint({ body: told({ event: 'e10' }), ip: '10.1.1.10' });
    expect(await queuedHere()).toHaveLength(1);
    expect((await thePayment()).nextPollAt).not.toBeNull();
    await later();
    await hint({ body: told({ event: 'e11' }), ip: '10.1.1.11' });
    expect(await queuedHere()).toHaveLength(2);
  });

  it('is not kept any more when an address floods us, but the payment is asked about soon', async () => {
    const second = await startedPayment(office);
    for (let at = 0; at < 61; at += 1) await hint({ body: told({ event: `e${at}` }) });
    await hint({ body: told({ number: second.number }) });
    expect(await noticesOf(office.bank.code)).toHaveLength(60);
    const next = (await loadPayment({ query }, second.id))?.nextPollAt?.getTime();
    expect(next).toBeLessThanOrEqual(now().getTime() + 5_000);
  });

  it('is kept without the length anybody could give it', async () => {
    await hint({ body: JSON.stringify({ ...told(), more: 'x'.repeat(50_000) }) });
    const [kept] = await query(
      'SELECT length(body) AS bytes FROM payment_notices WHERE method_code = $1 AND event_key IS NOT NULL',
      [office.bank.code],
    );
    expect(kept).toEqual({ bytes: 8_192 });
  });

  it('sent again and again makes us ask a few times a minute only', async () => {
    for (let at = 0; at < 10; at += 1) {
      await hint({ body: told({ event: `e${at}` }) });
      await processAll();
      await later();
    }
    expect(countQuestions()).toBe(6);
    expect((await thePayment()).nextPollAt).not.toBeNull();
  });
});
