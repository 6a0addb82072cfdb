import { afterEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { makeDoorOffice } from '@/lib/payments/testing/door';
import { claimPayment } from './claim-payment';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { loadOrderView } from './queries';
import { staff } from './testing/office';
import { makeOrder, theOrder } from './testing/orders';
import { lastPayment } from './testing/payments';
import { expectAllInOrder } from './testing/traces';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

describe('a direct payment', () => {
  const direct = async () => {
    const office = await makeDoorOffice({ systemCode: 'paying' });
    await query('UPDATE payment_methods SET pay_in_connection_id = NULL WHERE id = $1', [office.bank.id]);
    return office;
  };

  it('of a semi-automatic order is claimed, does not expire then, and goes on by the operator’s tick', async () => {
    const { orderId, secret } = await makeOrder(await direct());
    const view = await loadOrderView({ orderId, reader: { secret } });
    expect(view.may).toEqual({
      pay: false,
      payFromWallet: false,
      claim: true,
      claimLate: false,
      cancel: true,
    });
    expect(view.payTo).toHaveLength(1);
    const claim = { orderId, reader: { secret }, actor: { kind: 'guest', ip: '10.0.0.9' } } as const;
    expect(await claimPayment({ ...claim, payer: 'A', reference: '1', comment: '' })).toEqual({
      outcome: 'claimed',
      status: 'in_progress',
    });
    expect(await claimPayment({ ...claim, payer: 'A', reference: '1', comment: '' })).toMatchObject({
      outcome: 'already',
    });
    expect((await loadOrderView({ orderId, reader: { secret } })).may.cancel).toBe(false);
    shiftClock(40 * 60_000);
    await expireOrders();
    const payment = await lastPayment(orderId);
    expect(payment).toMatchObject({ status: 'claimed', connectionId: null });
    await confirmDirectPayment({ paymentId: payment.id, amount: '60000', actor: operator });
    expect((await theOrder(orderId)).status).toBe('funds_received');
  });

  it('is paid by the operator who finalizes without a tick', async () => {
    const office = await direct();
    await query(`UPDATE payment_methods SET default_type = 'operator' WHERE id = $1`, [office.bank.id]);
    const { orderId } = await makeOrder(office);
    await finalizeOrder({ orderId, actor: operator });
    expect(await lastPayment(orderId)).toMatchObject({ status: 'paid', receivedUnits: 6_000_000n });
    expect((await theOrder(orderId)).status).toBe('completed');
  });
});
