import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { bookPayment } from '@/lib/payments/book-payment';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { makeDoorOffice, startedPayment } from '@/lib/payments/testing/door';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { signing } = await import('@/lib/payments/testing/door-systems');
  const fixed = { ...signing, payIn: signing.payIn && { ...signing.payIn, amount: 'fixed' } };
  return {
    ...real,
    paymentSystem: (code: string) => (code === 'signing' ? fixed : real.paymentSystem(code)),
  };
});

let payment: PaymentRow;
const operator = staff('operator');
const book = (amount: string, more: { reference?: string; actor?: typeof operator } = {}) =>
  bookPayment({ actor: operator, paymentId: payment.id, amount, reference: 'op-77', ...more });

beforeEach(async () => {
  payment = await startedPayment(await makeDoorOffice({ systemCode: 'signing', secrets: { key: 'a-key' } }));
});

describe('money that a system tells of but that does not fit', () => {
  it('is booked by an operator with what really came, once, and audited', async () => {
    const answer = { outcome: 'settled', amount: '59000.005', asset: 'RUB' } as const;
    const told = await applyPaymentAnswer({ paymentId: payment.id, source: 'poll', answer });
    expect(told).toBe('mismatch');
    const results = await Promise.allSettled([book('59 000,00'), book('59000')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(book('70000')).rejects.toMatchObject({ code: 'payment_decided' });
    expect(await loadPayment({ query }, payment.id)).toMatchObject({
      status: 'paid',
      receivedUnits: 5_900_000n,
      nextPollAt: null,
    });
    expect((await loadPayment({ query }, payment.id))?.confirmedBy).toBeTruthy();
    expect(await theOrder(payment.subjectId)).toMatchObject({
      exception: 'underpaid',
      receivedUnits: 5_900_000n,
    });
    const records = await query(`SELECT action, after FROM audit_records WHERE subject = $1`, [payment.id]);
    expect(records).toMatchObject([
      { action: 'payment.book', after: { amount: '59000.00', reference: 'op-77' } },
    ]);
    await expectAllInOrder();
  });

  it('is booked by nobody else, not of nothing, not without a reference', async () => {
    await expect(book('1', { actor: staff('support') })).rejects.toMatchObject({ code: 'forbidden' });
    for (const amount of ['', '0', '-5', 'x', '0.001'])
      await expect(book(amount)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(book('1', { reference: ' ' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await loadPayment({ query }, payment.id))?.status).toBe('started');
  });

  it('paid to our own details is not booked here', async () => {
    await query(`UPDATE payments SET connection_id = NULL, system_code = 'direct' WHERE id = $1`, [
      payment.id,
    ]);
    await expect(book('1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
