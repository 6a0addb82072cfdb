import { afterEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { mostAdded } from '@/lib/payments/direct/unique-amount';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { acceptReceipt } from './accept-receipt';
import { askRest } from './ask-rest';
import { finalizeOrder } from './finalize-order';
import { toleranceOf } from './order-tolerance';
import { refundOffer } from './refund-offer';
import { startRefund } from './start-refund';
import { staff } from './testing/office';
import { theOrder } from './testing/orders';
import { awaitedOrder, lastPayment, settle } from './testing/payments';
import { expectAllInOrder, movedBy } from './testing/traces';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');

afterEach(expectAllInOrder);

/** 100,000 were asked and 60,000 came, which the operator took; the rest that had been asked for came after all. */
async function acceptedAndPaidOn() {
  const { orderId, payment } = await awaitedOrder(
    await makePayingOffice({ type: 'semi_automatic' }),
    '100000',
  );
  await settle(payment.id, '60000');
  await askRest({ orderId, actor: operator });
  const rest = await lastPayment(orderId);
  await acceptReceipt({ orderId, rate: 'old', actor: operator });
  await settle(rest.id, '40000');
  return orderId;
}

describe('money that comes after the order was made smaller', () => {
  it('is too much, and can go back', async () => {
    const orderId = await acceptedAndPaidOn();
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ exception: 'overpaid', giveUnits: 6_000_000n, receivedUnits: 10_000_000n });
    expect(await toleranceOf({ query }, order)).toBe(0n);
    expect(await refundOffer(order)).toMatchObject({ excess: '40000.00' });
  });

  it('is not taken when the order is completed', async () => {
    const orderId = await acceptedAndPaidOn();
    await startRefund({ orderId, kind: 'excess', way: 'hand', reason: 'Too much', actor: operator });
    await finalizeOrder({ orderId, actor: operator });
    const { spreadUnits } = await theOrder(orderId);
    expect(await movedBy(orderId)).toMatchObject({
      'obligations RUB': -4_000_000n,
      'income_spread RUB': -spreadUnits,
    });
  });
});

describe('an amount that was asked a little higher', () => {
  it.each([
    [0n, 0n],
    [7n, 7n],
    [BigInt(mostAdded), BigInt(mostAdded)],
    [BigInt(mostAdded) + 1n, 0n],
  ])('by %s units is tolerated with %s', async (added, tolerated) => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice({ type: 'semi_automatic' }));
    await settle(payment.id);
    await query('UPDATE payments SET amount_units = amount_units + $2 WHERE id = $1', [payment.id, added]);
    expect(await toleranceOf({ query }, await theOrder(orderId))).toBe(tolerated);
  });
});
