import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder, historyOf, lettersOf, transfersOf } from '@/lib/exchange/testing/traces';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { pollPayments } from '@/lib/payments/poll-payments';
import { processNotice } from '@/lib/payments/process-notice';
import { type DoorOffice, makeDoorOffice, noticesOf, startedPayment } from '@/lib/payments/testing/door';
import { countQuestions, states } from '@/lib/payments/testing/door-systems';
import { sendNotice, testKey } from '@/lib/payments/testing/send-notice';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { hinting, signing } = await import('@/lib/payments/testing/door-systems');
  const ours = [hinting, signing];
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
}

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

/** Everything that was kept and not acted on, in that order or backwards. */
async function processAll({ backwards = false } = {}): Promise<void> {
  const waiting = (await noticesOf(office.bank.code)).filter(
    ({ verdict, outcome }) => verdict === 'accepted' && outcome === null,
  );
  for (const { id } of backwards ? waiting.reverse() : waiting) await processNotice(id);
}

const outcomes = async () => (await noticesOf(office.bank.code)).map(({ outcome }) => outcome);
const thePayment = async () => (await loadPayment({ query }, payment.id)) as PaymentRow;

describe('a signed notice', () => {
  beforeEach(begin);

  it('pays: the order moves, the money is posted, the desk is told, all once', async () => {
    await sendNotice({ to: office.bank.code, body: told({ payer: 'Z1' }) });
    await processAll();
    expect(await outcomes()).toEqual(['paid']);
    expect(await thePayment()).toMatchObject({
      status: 'paid',
      receivedUnits: 6_000_000n,
      externalId: `ext-${payment.number}`,
      payer: { account: 'Z1' },
      nextPollAt: null,
    });
    expect(await theOrder(payment.subjectId)).toMatchObject({
      status: 'funds_received',
      receivedUnits: 6_000_000n,
    });
    expect(await lettersOf(payment.subjectId)).toContain('A2');
    await expectAllInOrder();
  });

  it('ten times, out of order and after a poll, changes nothing more', async () => {
    await applyPaymentAnswer({ paymentId: payment.id, answer: settled(), source: 'poll' });
    const order = await theOrder(payment.subjectId);
    const kinds = ['settled', 'pending', 'refused', 'unknown'];
    for (let at = 0; at < 10; at += 1)
      await sendNotice({ to: office.bank.code, body: told({ event: `e${at}`, outcome: kinds[at % 4] }) });
    await processAll({ backwards: true });
    for (const { id } of await noticesOf(office.bank.code)) await processNotice(id);
    expect(new Set(await outcomes())).toEqual(new Set(['repeated']));
    expect(await theOrder(payment.subjectId)).toEqual(order);
    expect((await transfersOf(payment.subjectId)).filter((kind) => kind === 'receipt')).toHaveLength(1);
  });

  it('and a poll and an operator at the same moment pay once', async () => {
    await sendNotice({ to: office.bank.code, body: told() });
    states.set(payment.id, settled());
    const results = await Promise.all([
      processAll(),
      ...Array.from({ length: 8 }, () => checkPaymentNow({ paymentId: payment.id, source: 'operator' })),
    ]);
    const paid = [...results, ...(await outcomes())].filter((outcome) => outcome === 'paid');
    expect(paid).toHaveLength(1);
    expect((await transfersOf(payment.subjectId)).filter((kind) => kind === 'receipt')).toHaveLength(1);
  });

  it('with the system\u2019s id of another payment is no second payment', async () => {
    const second = await startedPayment(office);
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    await sendNotice({ to: office.bank.code, body: told({ number: second.number, event: 'e2' }) });
    await processAll();
    expect((await outcomes()).sort()).toEqual(['mismatch', 'paid']);
    expect((await theOrder(second.subjectId)).receivedUnits).toBe(0n);
  });

  it('of more money under the same name is shown to people, not posted', async () => {
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    await sendNotice({ to: office.bank.code, body: told({ event: 'e2', externalId: 'ext-more' }) });
    await processAll();
    expect((await outcomes()).sort()).toEqual(['mismatch', 'paid']);
    expect((await theOrder(payment.subjectId)).receivedUnits).toBe(6_000_000n);
    const more = settled({ externalId: 'ext-more' });
    await applyPaymentAnswer({ paymentId: payment.id, answer: more, source: 'poll' });
    const history = await historyOf(payment.subjectId);
    expect(history.filter((event) => event === 'payment_contradicted')).toHaveLength(1);
    expect((await lettersOf(payment.subjectId)).filter((letter) => letter === 'A5')).toHaveLength(1);
  });

  it('of more money under the same id is shown to people, once', async () => {
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    for (const event of ['e2', 'e3'])
      await sendNotice({ to: office.bank.code, body: told({ event, amount: '75000.00' }) });
    await processAll();
    expect((await outcomes()).sort()).toEqual(['mismatch', 'mismatch', 'paid']);
    expect((await theOrder(payment.subjectId)).receivedUnits).toBe(6_000_000n);
    const history = await historyOf(payment.subjectId);
    expect(history.filter((event) => event === 'payment_contradicted')).toHaveLength(1);
    expect((await lettersOf(payment.subjectId)).filter((letter) => letter === 'A5')).toHaveLength(1);
  });

  it('of less under the same id is the same money: a part of it was told late', async () => {
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    await sendNotice({ to: office.bank.code, body: told({ event: 'e2', amount: '100.00' }) });
    await processAll();
    expect((await outcomes()).sort()).toEqual(['paid', 'repeated']);
  });

  it('about a canceled order leaves it canceled, with the money in the books and a mark for the operator', async () => {
    await cancelOrder({ orderId: payment.subjectId, actor: staff('operator'), reason: 'No longer needed.' });
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    expect(await outcomes()).toEqual(['paid']);
    expect(await theOrder(payment.subjectId)).toMatchObject({
      status: 'canceled',
      exception: 'paid_late',
      receivedUnits: 6_000_000n,
    });
    await expectAllInOrder();
  });

  it('of a refusal closes the attempt, and later money still counts', async () => {
    await sendNotice({ to: office.bank.code, body: told({ event: 'no', outcome: 'refused' }) });
    await processAll();
    expect(await thePayment()).toMatchObject({ status: 'refused', reason: 'so it is' });
    await sendNotice({ to: office.bank.code, body: told() });
    await processAll();
    expect((await outcomes()).sort()).toEqual(['paid', 'refused']);
    expect((await theOrder(payment.subjectId)).status).toBe('funds_received');
  });

  it('that was kept but never acted on is acted on later', async () => {
    await sendNotice({ to: office.bank.code, body: told() });
    await query(`DELETE FROM pgboss.job WHERE name = 'process-notice'`);
    await query(`UPDATE payment_notices SET received_at = received_at - interval '3 minutes'`);
    await query('DELETE FROM rate_limits');
    await pollPayments();
    const [job] = await query<{ id: string }>(
      `SELECT data->>'noticeId' AS id FROM pgboss.job WHERE name = 'process-notice' AND state = 'created'`,
    );
    expect(job?.id).toBe((await noticesOf(office.bank.code))[0]?.id);
  });

  it('keeps the system\u2019s fee apart', async () => {
    await applyPaymentAnswer({
      paymentId: payment.id,
      answer: settled({ credited: '59400.00' }),
      source: 'callback',
    });
    expect((await thePayment()).systemFeeUnits).toBe(60_000n);
    await expectAllInOrder();
  });

  it('without a word of the fee takes the method\u2019s tariff, rounded up', async () => {
    await query('UPDATE payment_methods SET system_fee_bps = 33, system_fee_units = 7 WHERE id = $1', [
      office.bank.id,
    ]);
    await applyPaymentAnswer({ paymentId: payment.id, answer: settled(), source: 'callback' });
    expect((await thePayment()).systemFeeUnits).toBe(19_807n);
    await expectAllInOrder();
  });
});
