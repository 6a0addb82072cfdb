import { afterEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { makePayingOffice, payoutOf, payoutsOf } from '@/lib/payments/testing/paying-office';
import { acceptReceipt } from './accept-receipt';
import { askRest } from './ask-rest';
import { cancelOrder } from './cancel-order';
import { deskMoney } from './desk-payments';
import { deskSteps } from './desk-steps';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { orderSecret } from './order-secret';
import { loadOrderView } from './queries';
import { reviveOffer, reviveOrder } from './revive-order';
import { addReserve, staff } from './testing/office';
import { theOrder } from './testing/orders';
import { awaitedOrder, lastPayment, receivedByLedger, settle } from './testing/payments';
import { expectAllInOrder, heldOn, letterProps, lettersOf, movedBy } from './testing/traces';

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

/** The buttons that the desk draws for the order. */
async function buttons(orderId: string) {
  const order = await theOrder(orderId);
  return deskSteps(order, (await deskMoney(order)).facts);
}

describe('an order that was paid too little', () => {
  it('can be accepted, asked the rest of, canceled or refunded', async () => {
    const { orderId, payment } = await awaitedOrder(await semi());
    await settle(payment.id, '45000');
    expect(await buttons(orderId)).toEqual(['accept', 'ask_rest', 'cancel', 'start_refund']);
  });

  it('is accepted at its own rate: amounts shrink alike, the hold with them', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    await settle(payment.id, '45000');
    await acceptReceipt({ orderId, rate: 'old', actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'funds_received', exception: null, giveUnits: 4_500_000n });
    expect(order.getUnits).toBe((agreed.getUnits * 45n) / 60n);
    expect(order.rateOut).toBe(agreed.rateOut);
    expect(await heldOn(office.coin.id)).toBe(order.getUnits);
    expect((await letterProps(orderId, 'payment_received')).received).toBe('45000.00');
    await finalizeOrder({ orderId, actor: operator });
    expect((await movedBy(orderId))['obligations RUB']).toBeUndefined();
    expect((await movedBy(orderId))['reserve BTC']).toBe(-order.getUnits);
  });

  it('is accepted at the present rate', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    await settle(payment.id, '45000');
    await query(`UPDATE market_rates SET price = 12000000 WHERE base_code = 'BTC'`);
    try {
      const offer = await reviveOffer({ orderId, actor: operator });
      await acceptReceipt({ orderId, rate: 'present', actor: operator });
      const order = await theOrder(orderId);
      expect(order.getUnits).toBeLessThan(agreed.getUnits / 2n);
      expect(offer.present).toEqual({ get: expect.any(String) });
      expect(order.giveUnits).toBe(4_500_000n);
    } finally {
      await query(`UPDATE market_rates SET price = 6000000 WHERE base_code = 'BTC'`);
    }
  });

  it('is asked the rest of, once, and completes as agreed when it comes', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    const agreed = await theOrder(orderId);
    await settle(payment.id, '45000');
    const asked = await Promise.allSettled([
      askRest({ orderId, actor: operator }),
      askRest({ orderId, actor: operator }),
    ]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await letterProps(orderId, 'rest_asked')).toMatchObject({
      received: '45000.00',
      rest: '15000.00',
      asked: '15000.00',
    });
    const rest = await lastPayment(orderId);
    expect(rest).toMatchObject({ status: 'created', amountUnits: 1_500_000n });
    expect(await buttons(orderId)).not.toContain('ask_rest');
    const view = await loadOrderView({ orderId, reader: { secret: orderSecret(orderId) } });
    expect(view).toMatchObject({ received: '45000.00', payment: { amount: '15000.00' }, may: { pay: true } });
    shiftClock(60 * 60_000);
    await expireOrders();
    expect((await theOrder(orderId)).status).toBe('in_progress');
    await settle(rest.id, '15000');
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'in_progress', exception: null, receivedUnits: 6_000_000n });
    expect((await payoutOf(orderId)).amountUnits).toBe(agreed.getUnits);
  });

  it('whose rest did not come in time is asked for it again; paid twice, nothing of it is lost', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id, '45000');
    await askRest({ orderId, actor: operator });
    const first = await lastPayment(orderId);
    shiftClock(25 * 60 * 60_000);
    expect(await buttons(orderId)).toContain('ask_rest');
    await askRest({ orderId, actor: operator });
    const second = await lastPayment(orderId);
    expect(second).toMatchObject({ status: 'created', amountUnits: 1_500_000n });
    expect(second.id).not.toBe(first.id);
    await expect(askRest({ orderId, actor: operator })).rejects.toMatchObject({ code: 'rest_asked_already' });
    await settle(second.id, '15000');
    await settle(first.id, '15000');
    expect(await theOrder(orderId)).toMatchObject({ exception: 'overpaid', receivedUnits: 7_500_000n });
  });

  it('is canceled by the operator, and what has come stays owed', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    await settle(payment.id, '45000');
    await cancelOrder({ orderId, reason: 'no', actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', exception: 'underpaid' });
    expect(await heldOn(office.coin.id)).toBe(0n);
    expect(await receivedByLedger(orderId)).toBe(4_500_000n);
    expect(await buttons(orderId)).toEqual(['start_refund']);
  });
});

describe('an order that was paid too much', () => {
  it('is accepted at its own rate: the customer gets more, and an automatic one is paid out', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    const agreed = await theOrder(orderId);
    await settle(payment.id, '90000');
    await acceptReceipt({ orderId, rate: 'old', actor: operator });
    const order = await theOrder(orderId);
    expect(order.getUnits).toBe((agreed.getUnits * 3n) / 2n);
    expect((await payoutOf(orderId)).amountUnits).toBe(order.getUnits);
    expect(await buttons(orderId)).toEqual([]);
  });

  it('is not accepted beyond the reserve, and nothing of it has happened', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic', reserveUnits: 1_000_000n });
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    await settle(payment.id, '90000');
    await expect(acceptReceipt({ orderId, rate: 'old', actor: operator })).rejects.toMatchObject({
      code: 'no_reserve',
      params: { asset: 'BTC' },
    });
    expect(await theOrder(orderId)).toMatchObject({ exception: 'overpaid', getUnits: agreed.getUnits });
    await addReserve(office.coin.id, 1_000_000n);
    await acceptReceipt({ orderId, rate: 'old', actor: operator });
    expect((await theOrder(orderId)).exception).toBeNull();
  });

  it('by one more payment after it was received gets more too', async () => {
    const office = await semi();
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    await settle(payment.id);
    const again = await awaitedOrder(office, '6000');
    await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [again.payment.id, orderId]);
    await settle(again.payment.id, '6000');
    await acceptReceipt({ orderId, rate: 'old', actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'funds_received', exception: null, giveUnits: 6_600_000n });
    expect(order.getUnits).toBe((agreed.getUnits * 11n) / 10n);
    expect(await payoutsOf(orderId)).toEqual([]);
  });
});

describe('an order that somebody else paid', () => {
  it('goes on as agreed once the operator accepts the payer', async () => {
    const office = await semi();
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    await settle(payment.id, '60000', '5555555555554444');
    await acceptReceipt({ orderId, rate: 'old', actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({
      status: 'funds_received',
      getUnits: agreed.getUnits,
      holdId: agreed.holdId,
    });
  });
});

describe('an order that was paid too late', () => {
  it.each(['automatic', 'semi_automatic'] as const)('%s: is revived for what has come', async (type) => {
    const office = await makePayingOffice({ type });
    const { orderId, payment } = await awaitedOrder(office);
    const agreed = await theOrder(orderId);
    shiftClock(40 * 60_000);
    await expireOrders();
    await settle(payment.id, '30000');
    expect(await buttons(orderId)).toEqual(['revive', 'start_refund']);
    await reviveOrder({ orderId, rate: 'old', actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({
      status: type === 'automatic' ? 'in_progress' : 'funds_received',
      exception: null,
      canceledBy: null,
      getUnits: agreed.getUnits / 2n,
    });
    expect(await heldOn(office.coin.id)).toBe(order.getUnits);
    expect(await payoutsOf(orderId)).toHaveLength(type === 'automatic' ? 1 : 0);
  });

  it('is revived once, however many press', async () => {
    const { orderId, payment } = await awaitedOrder(await makePayingOffice());
    shiftClock(40 * 60_000);
    await expireOrders();
    await settle(payment.id);
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => reviveOrder({ orderId, rate: 'old', actor: staff('operator') })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await payoutsOf(orderId)).toHaveLength(1);
    expect(await lettersOf(orderId)).toEqual([
      'order_created',
      'U4',
      'payment_received',
      'A4',
      'order_revived',
    ]);
  });
});
