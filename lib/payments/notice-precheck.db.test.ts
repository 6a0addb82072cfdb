import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { theOrder } from '@/lib/exchange/testing/orders';
import { historyOf, lettersOf } from '@/lib/exchange/testing/traces';
import type { PaymentRow } from '@/lib/payments/payment-row';
import {
  type DoorOffice,
  makeDoorOffice,
  noticesOf,
  startedPayment,
  stateOfMoney,
} from '@/lib/payments/testing/door';
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
let code: string;

beforeEach(async () => {
  office = await makeDoorOffice({ systemCode: 'signing', secrets: { key: testKey } });
  code = office.bank.code;
  payment = await startedPayment(office);
});

describe('a question before the payment', () => {
  const ask = (more: Record<string, unknown> = {}) =>
    sendNotice({
      to: code,
      signedBy: null,
      body: { ask: true, number: payment.number, amount: '60000.00', asset: 'RUB', ...more },
    });
  const no = '200 This payment cannot be taken. Please go back to your order.';

  it('is allowed where all is as it was agreed', async () => {
    expect(await ask()).toBe('200 YES');
    expect(await noticesOf(code)).toMatchObject([{ verdict: 'answered', outcome: 'allowed', reason: null }]);
    expect((await theOrder(payment.subjectId)).exception).toBe(null);
  });

  it.each([
    ['of another amount', { amount: '1.00' }, 'wrong_amount'],
    ['of another asset', { asset: 'USD' }, 'wrong_asset'],
  ])(
    '%s is refused in neutral words; anybody could have asked, so no order is touched',
    async (_name, more, why) => {
      const before = await stateOfMoney();
      expect(await ask(more)).toBe(no);
      expect(await noticesOf(code)).toMatchObject([{ outcome: 'refused', reason: why }]);
      expect(await stateOfMoney()).toEqual(before);
    },
  );

  it('by another payer reaches the desk once', async () => {
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    for (let time = 0; time < 2; time += 1) expect(await ask({ payer: 'Z123' })).toBe(no);
    expect(await theOrder(payment.subjectId)).toMatchObject({
      status: 'in_progress',
      exception: 'precheck_refused',
    });
    expect((await lettersOf(payment.subjectId)).filter((letter) => letter === 'A5')).toHaveLength(1);
    expect(await historyOf(payment.subjectId)).toContain('precheck_refused');
  });

  it('by another payer, number after number, marks a few orders of a method and no more', async () => {
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    const payments = [payment];
    while (payments.length < 8) payments.push(await startedPayment(office, '6000'));
    for (const { number, id } of payments)
      for (let time = 0; time < 2; time += 1) {
        const amount = id === payment.id ? '60000.00' : '6000.00';
        expect(await ask({ number, amount, payer: 'Z123' })).toBe(no);
      }
    const orders = await Promise.all(payments.map(({ subjectId }) => theOrder(subjectId)));
    expect(orders.filter(({ exception }) => exception === 'precheck_refused')).toHaveLength(5);
    expect(await noticesOf(code)).toHaveLength(16);
  });

  it('by another payer is refused only where he must be the one who was named', async () => {
    expect(await ask({ payer: 'Z123' })).toBe('200 YES');
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    expect(await ask({ payer: '4111-1111-1111-1111' })).toBe('200 YES');
    expect(await ask({ payer: 'Z123' })).toBe(no);
    expect((await noticesOf(code)).at(-1)).toMatchObject({ reason: 'payer_mismatch' });
  });

  it.each([
    ['nobody knows', { number: 2_100_000_000 }, 'unknown_payment'],
    ['is named by no number', { number: 'x' }, 'malformed'],
  ])('about a payment that %s is refused, and no order is touched', async (_name, more, why) => {
    const before = await stateOfMoney();
    expect(await ask(more)).toBe(no);
    expect(await stateOfMoney()).toEqual(before);
    expect(await noticesOf(code)).toMatchObject([{ reason: why }]);
  });

  it('about an order that is over is refused in its language', async () => {
    await query(`UPDATE orders SET status = 'canceled', locale = 'ru' WHERE id = $1`, [payment.subjectId]);
    expect(await ask()).toBe('200 Этот платеж не может быть принят. Вернитесь к своей заявке.');
    expect(await noticesOf(code)).toMatchObject([{ reason: 'not_open' }]);
  });

  it('about a payment that has run out is refused', async () => {
    await query(`UPDATE payments SET expires_at = now() - interval '1 minute' WHERE id = $1`, [payment.id]);
    expect(await ask()).toBe(no);
  });
});
