import { afterEach, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { askRest } from './ask-rest';
import { claimPayment } from './claim-payment';
import { finalizeOrder } from './finalize-order';
import { orderSecret } from './order-secret';
import { toleranceOf } from './order-tolerance';
import { loadOrderView } from './queries';
import { makeOffice, staff, type TestOffice } from './testing/office';
import { guest, makeOrder, theOrder } from './testing/orders';
import { lastPayment } from './testing/payments';
import { expectAllInOrder, letterProps } from './testing/traces';

const operator = staff('operator');

afterEach(expectAllInOrder);

/** An office whose direct payments are told apart by their amounts. */
async function distinct(): Promise<TestOffice> {
  const office = await makeOffice();
  await query('UPDATE payment_methods SET unique_amounts = true WHERE id = $1', [office.bank.id]);
  return office;
}

/** An order of 60,000 of which 45,000 came; the rest was asked for. */
async function askedForRest(office: TestOffice): Promise<{ orderId: string; rest: PaymentRow }> {
  const { orderId } = await makeOrder(office);
  const reader = { secret: orderSecret(orderId) };
  await claimPayment({ orderId, reader, actor: guest(), payer: 'Ann', reference: '1', comment: '' });
  const first = await lastPayment(orderId);
  await confirmDirectPayment({ actor: operator, paymentId: first.id, amount: '45000' });
  await askRest({ orderId, actor: operator });
  return { orderId, rest: await lastPayment(orderId) };
}

describe('the rest of a direct payment', () => {
  it('is asked for by an amount of its own, which the letter and the page tell', async () => {
    const office = await distinct();
    const [one, other] = [await askedForRest(office), await askedForRest(office)];
    expect([one.rest.amountUnits, other.rest.amountUnits]).toEqual([1_500_000n, 1_500_001n]);
    expect(await letterProps(other.orderId, 'rest_asked')).toMatchObject({
      rest: '15000.00',
      asked: '15000.01',
    });
    const view = await loadOrderView({
      orderId: other.orderId,
      reader: { secret: orderSecret(other.orderId) },
    });
    expect(view.payment).toMatchObject({ amount: '15000.01' });
  });

  it('that comes as asked is no overpayment, and the order completes', async () => {
    const office = await distinct();
    await askedForRest(office);
    const { orderId, rest } = await askedForRest(office);
    await confirmDirectPayment({ actor: operator, paymentId: rest.id, amount: '15000.01' });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ exception: null, receivedUnits: 6_000_001n });
    expect(await toleranceOf({ query }, order)).toBe(1n);
    await finalizeOrder({ orderId, actor: operator });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('is asked for as it is where the method does not tell payments apart', async () => {
    const office = await makeOffice();
    await askedForRest(office);
    expect((await askedForRest(office)).rest.amountUnits).toBe(1_500_000n);
  });
});
