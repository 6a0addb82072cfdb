import { afterEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { payoutSettled } from '@/lib/exchange/payout-outcome';
import { makePayingOffice, payoutOf, payoutsOf } from '@/lib/payments/testing/paying-office';
import { askRest } from './ask-rest';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { paymentSystemMover } from './mover';
import { orderSecret } from './order-secret';
import { loadOrderView } from './queries';
import { refusePrecheck } from './refuse-precheck';
import { staff } from './testing/office';
import { theOrder } from './testing/orders';
import { awaitedOrder, lastPayment, receivedByLedger, settle } from './testing/payments';
import { expectAllInOrder, historyOf, lettersOf, movedBy, transfersOf } from './testing/traces';

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

const semi = () => makePayingOffice({ type: 'semi_automatic' });

describe('a semi-automatic order', () => {
  it('is received by the system’s word, told to the customer and the office, and finalized by an operator', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    await settle(payment.id);
    expect(await theOrder(orderId)).toMatchObject({
      status: 'funds_received',
      exception: null,
      receivedUnits: 6_000_000n,
    });
    expect(await transfersOf(orderId)).toEqual(['hold', 'receipt']);
    await finalizeOrder({ orderId, actor: operator });
    expect((await theOrder(orderId)).status).toBe('completed');
    expect(await transfersOf(orderId)).toEqual(['completion', 'hold', 'receipt']);
    expect(await lettersOf(orderId)).toEqual(['order_created', 'payment_received', 'A2', 'U3']);
  });

  it('shows its customer the payment to be made, and afterwards what has come', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    const reader = { secret: orderSecret(orderId) };
    const before = await loadOrderView({ orderId, reader });
    expect(before.may).toEqual({
      pay: true,
      payFromWallet: false,
      claim: false,
      claimLate: false,
      cancel: true,
    });
    expect(before.payment).toMatchObject({ amount: '60000.00', status: 'started' });
    expect(before.payTo).toEqual([]);
    await settle(payment.id);
    const after = await loadOrderView({ orderId, reader });
    expect(after.may.pay).toBe(false);
    expect(after.payment).toBeNull();
    expect(after.receipts).toMatchObject([{ amount: '60000.00', externalId: `in-${payment.id}` }]);
  });

  it('keeps what the system charges as a cost of the office', async () => {
    const office = await semi();
    await query('UPDATE payment_methods SET system_fee_bps = 100 WHERE id = $1', [office.bank.id]);
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    expect(await movedBy(orderId)).toEqual({
      'reserve RUB': 5_940_000n,
      'system_cost RUB': 60_000n,
      'obligations RUB': -6_000_000n,
    });
  });
});

describe('an automatic order', () => {
  it('goes on to its payout at once and completes by itself', async () => {
    const office = await makePayingOffice();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: null });
    const payout = await payoutOf(orderId);
    expect(payout.amountUnits).toBe((await theOrder(orderId)).getUnits);
    const settled = await inTransaction((tx) =>
      payoutSettled(tx, orderId, { payout, mover: paymentSystemMover('paying') }),
    );
    expect(settled).toBe(true);
    expect((await theOrder(orderId)).status).toBe('completed');
    expect(await lettersOf(orderId)).toEqual(['order_created', 'payment_received', 'U3', 'A1']);
    await query(`UPDATE payouts SET status = 'settled' WHERE id = $1`, [payout.id]);
  });

  it('is not paid out while its money is not as agreed', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    await settle(payment.id, '59000');
    expect(await payoutsOf(orderId)).toEqual([]);
    expect((await theOrder(orderId)).exception).toBe('underpaid');
  });
});

describe('money that comes otherwise than agreed', () => {
  it.each([
    ['59999.99', 'underpaid'],
    ['60000.01', 'overpaid'],
  ])('%s of 60000 is %s, and the office is told', async (amount, exception) => {
    const { orderId, payment } = await awaitedOrder(await semi());
    await settle(payment.id, amount);
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception });
    expect(await lettersOf(orderId)).toEqual(['order_created', 'payment_received', 'A5']);
    expect(await receivedByLedger(orderId)).toBe((await theOrder(orderId)).receivedUnits);
  });

  it.each([
    ['59990', 1000n, 0],
    ['60600', 0n, 100],
    ['59400', 1000n, 100],
  ])(
    '%s within the tolerance goes on as agreed, and the difference is spread',
    async (amount, units, bps) => {
      const office = await semi();
      await query('UPDATE payment_methods SET tolerance_units = $2, tolerance_bps = $3 WHERE id = $1', [
        office.bank.id,
        units,
        bps,
      ]);
      const { orderId, payment } = await awaitedOrder(office);
      await settle(payment.id, amount);
      const order = await theOrder(orderId);
      expect(order).toMatchObject({ status: 'funds_received', exception: null });
      await finalizeOrder({ orderId, actor: operator });
      const moved = await movedBy(orderId);
      expect(moved['obligations RUB']).toBeUndefined();
      expect(moved['income_spread RUB']).toBe(-(order.spreadUnits + order.receivedUnits - order.giveUnits));
    },
  );

  it('adds up: two parts make the agreed amount', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id, '20000');
    await askRest({ orderId, actor: operator });
    const second = await lastPayment(orderId);
    await settle(second.id, '40000');
    expect(await theOrder(orderId)).toMatchObject({
      status: 'funds_received',
      exception: null,
      receivedUnits: 6_000_000n,
    });
    expect(await transfersOf(orderId)).toEqual(['hold', 'receipt', 'receipt']);
  });

  it('comes from another account than the customer named, where the method minds', async () => {
    const office = await semi();
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    const foreign = await awaitedOrder(office);
    await settle(foreign.payment.id, '60000', '5555 5555 5555 4444');
    expect((await theOrder(foreign.orderId)).exception).toBe('payer_mismatch');
    for (const own of ['4111111111111111', '4111 11** **** 1111', '411111XXXXXX1111']) {
      const { orderId, payment } = await awaitedOrder(office);
      await settle(payment.id, '60000', own);
      expect((await theOrder(orderId)).status, own).toBe('funds_received');
    }
  });

  it('comes late: the order stays canceled and the money is kept for a decision', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    shiftClock(40 * 60_000);
    await expireOrders();
    expect((await lastPayment(orderId)).status).toBe('canceled');
    await settle(payment.id);
    expect(await theOrder(orderId)).toMatchObject({
      status: 'canceled',
      exception: 'paid_late',
      receivedUnits: 6_000_000n,
    });
    expect(await lettersOf(orderId)).toEqual(['order_created', 'U4', 'payment_received', 'A4']);
  });

  it('comes again after the order is received: it is kept, marked, and not finalized away', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    await settle(payment.id);
    const again = await awaitedOrder(await semi());
    await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [again.payment.id, orderId]);
    await settle(again.payment.id);
    expect(await theOrder(orderId)).toMatchObject({
      status: 'funds_received',
      exception: 'overpaid',
      receivedUnits: 12_000_000n,
    });
    await expect(finalizeOrder({ orderId, actor: operator })).rejects.toMatchObject({
      code: expect.stringMatching(/move_not_allowed|order_moved/),
    });
  });

  it('comes again after the order is completed: the customer is owed it', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id);
    await finalizeOrder({ orderId, actor: operator });
    const again = await awaitedOrder(office);
    await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [again.payment.id, orderId]);
    await settle(again.payment.id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: 'overpaid' });
    expect((await movedBy(orderId))['obligations RUB']).toBe(-6_000_000n);
  });

  it('told ten times is posted once', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => settle(payment.id)));
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1);
    expect(await receivedByLedger(orderId)).toBe(6_000_000n);
    expect(await historyOf(orderId)).toEqual(['created', 'received']);
  });
});

describe('a payment that the office does not take', () => {
  it('marks the order once, and can be made again from the right account', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    await refusePrecheck({ paymentId: payment.id, why: 'payer_mismatch' });
    await refusePrecheck({ paymentId: payment.id, why: 'payer_mismatch' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'precheck_refused' });
    expect(await lettersOf(orderId)).toEqual(['order_created', 'A5']);
    await settle(payment.id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: null });
  });
});
