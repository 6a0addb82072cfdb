import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { cancelByCustomer } from './cancel-by-customer';
import { claimPayment } from './claim-payment';
import { deleteOrders } from './delete-orders';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { finishRefund } from './finish-refund';
import { markPaidLate } from './mark-paid-late';
import { loadOrderView } from './queries';
import { reviveOrder } from './revive-order';
import { scheduleTransfer } from './schedule-transfer';
import { startRefund } from './start-refund';
import { addReserve, makeOffice, staff, type TestOffice } from './testing/office';
import { guest, makeOrder, theOrder } from './testing/orders';
import { expectAllInOrder, historyOf, letterProps, lettersOf, movedBy, transfersOf } from './testing/traces';

let office: TestOffice;
const operator = staff('operator', 'Olga');

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
});

afterEach(async () => {
  shiftClock(0);
  await query(`UPDATE market_rates SET price = 6000000`);
  await expectAllInOrder();
});

const claim = ({ orderId, secret }: { orderId: string; secret: string }) =>
  claimPayment({ orderId, reader: { secret }, actor: guest(), payer: 'Ivan' });

/** An order that was paid after its time was over. */
async function paidLate(from: TestOffice = office) {
  const order = await makeOrder(from);
  shiftClock(40 * 60_000);
  await expireOrders();
  await claim(order);
  return order;
}

describe('a payment claimed after the expiry', () => {
  it('leaves the order canceled, with the exception, and tells the office', async () => {
    const order = await makeOrder(office);
    shiftClock(40 * 60_000);
    await expireOrders();
    const view = await loadOrderView({ orderId: order.orderId, reader: { secret: order.secret } });
    expect(view.may).toEqual({
      pay: false,
      payFromWallet: false,
      claim: false,
      claimLate: true,
      cancel: false,
    });
    expect(await claim(order)).toEqual({ outcome: 'late', status: 'canceled' });
    expect(await claim(order)).toEqual({ outcome: 'already', status: 'canceled' });
    expect(await theOrder(order.orderId)).toMatchObject({ status: 'canceled', exception: 'paid_late' });
    expect(await lettersOf(order.orderId)).toEqual(['U1', 'A3', 'U4', 'A4']);
    expect(await historyOf(order.orderId)).toEqual(['created', 'expired', 'late_claim']);
  });

  it('is late by the clock, also where the timer has not come round yet', async () => {
    const order = await makeOrder(office);
    shiftClock(30 * 60_000 + 1);
    expect(await claim(order)).toEqual({ outcome: 'late', status: 'canceled' });
    expect(await historyOf(order.orderId)).toEqual(['created', 'expired', 'late_claim']);
    expect(await transfersOf(order.orderId)).toEqual(['hold', 'release']);
  });

  it('goes on at the old rate, with a new hold, to the end', async () => {
    const { orderId } = await paidLate();
    const before = await theOrder(orderId);
    await query(`UPDATE market_rates SET price = 12000000`);
    await reviveOrder({ orderId, rate: 'old', actor: operator });
    const revived = await theOrder(orderId);
    expect(revived).toMatchObject({ status: 'payment_claimed', exception: null, canceledBy: null });
    expect(revived.getUnits).toBe(before.getUnits);
    expect(revived.holdId).not.toBe(before.holdId);
    expect(revived.waitingSince).toEqual(before.waitingSince);
    await finalizeOrder({ orderId, actor: operator });
    expect(await transfersOf(orderId)).toEqual(['completion', 'hold', 'hold', 'release']);
    expect(await movedBy(orderId)).toMatchObject({ 'reserve BTC': -before.getUnits });
  });

  it('goes on at the present rate for what was paid; the history keeps both', async () => {
    const { orderId } = await paidLate();
    const before = await theOrder(orderId);
    await query(`UPDATE market_rates SET price = 12000000`);
    await reviveOrder({ orderId, rate: 'present', actor: operator });
    const revived = await theOrder(orderId);
    expect(revived.giveUnits).toBe(before.giveUnits);
    expect(revived.getUnits).toBeLessThan((before.getUnits * 51n) / 100n);
    expect(revived.marketRate).not.toBe(before.marketRate);
    expect(await letterProps(orderId, 'order_revived')).toMatchObject({
      to: { amount: formatUnits(revived.getUnits, 8) },
    });
    const [event] = await query<{ details: unknown }>(
      `SELECT details FROM order_events WHERE order_id = $1 AND event = 'revived'`,
      [orderId],
    );
    expect(event?.details).toMatchObject({
      rate: 'present',
      before: { rateIn: before.rateIn, rateOut: before.rateOut },
      after: { rateIn: revived.rateIn, rateOut: revived.rateOut },
    });
    await finalizeOrder({ orderId, actor: operator });
    expect(await movedBy(orderId)).toMatchObject({ 'reserve BTC': -revived.getUnits });
  });

  it('cannot go on where the reserve is gone: what is left is told, nothing changes', async () => {
    const poor = await makeOffice({ reserveUnits: 1_100_000n });
    const { orderId } = await paidLate(poor);
    await addReserve(poor.coin.id, -1_000_000n);
    for (const rate of ['old', 'present'] as const)
      await expect(reviveOrder({ orderId, rate, actor: operator })).rejects.toMatchObject({
        code: 'no_reserve',
        params: { available: '0.00100000', asset: 'BTC' },
      });
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', exception: 'paid_late' });
  });

  it('is sent back by hand: receipt, refund, two letters, and nothing is left in the books', async () => {
    const { orderId } = await paidLate();
    await startRefund({ orderId, reason: 'Too late', actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'refunding', exception: 'paid_late' });
    expect(await letterProps(orderId, 'refund_started')).toMatchObject({ reason: 'Too late' });
    await finishRefund({ orderId, reference: 'back-1', note: 'Sorry', actor: operator });
    expect(await theOrder(orderId)).toMatchObject({
      status: 'refunded',
      exception: null,
      refundReference: 'back-1',
    });
    expect(await letterProps(orderId, 'refunded')).toMatchObject({
      refundReference: 'back-1',
      note: 'Sorry',
    });
    expect(await transfersOf(orderId)).toEqual(['hold', 'receipt', 'refund', 'release']);
    expect(await movedBy(orderId)).toEqual({});
    await expect(finishRefund({ orderId, actor: operator })).rejects.toMatchObject({ code: 'order_moved' });
  });

  it('can be seen by the operator himself, whoever canceled the order', async () => {
    const { orderId, secret } = await makeOrder(office);
    await cancelByCustomer({ orderId, reader: { secret }, actor: guest() });
    await markPaidLate({ orderId, comment: 'seen in the bank', actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', exception: 'paid_late' });
    await expect(markPaidLate({ orderId, actor: operator })).rejects.toMatchObject({ code: 'order_moved' });
    await reviveOrder({ orderId, rate: 'old', actor: operator });
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3', 'U4', 'A4', 'order_revived']);
  });

  it('brings a deleted order back into the lists', async () => {
    const order = await makeOrder(office);
    shiftClock(40 * 60_000);
    await expireOrders();
    await deleteOrders({ orderIds: [order.orderId], actor: operator });
    expect((await theOrder(order.orderId)).deletedAt).not.toBeNull();
    expect(await claim(order)).toEqual({ outcome: 'late', status: 'canceled' });
    expect((await theOrder(order.orderId)).deletedAt).toBeNull();
  });
});

describe('a refund', () => {
  it('of a claimed order posts the receipt and releases the hold, of a scheduled one the hold only', async () => {
    const claimed = await makeOrder(office);
    await claim(claimed);
    await startRefund({ orderId: claimed.orderId, reason: 'No', actor: operator });
    expect(await transfersOf(claimed.orderId)).toEqual(['hold', 'receipt']);
    const scheduled = await makeOrder(office);
    const sendAt = new Date(Date.now() + 3_600_000);
    await scheduleTransfer({ orderId: scheduled.orderId, sendAt, actor: operator });
    await startRefund({ orderId: scheduled.orderId, reason: 'No', actor: operator });
    expect(await transfersOf(scheduled.orderId)).toEqual(['hold', 'receipt', 'release']);
    for (const { orderId } of [claimed, scheduled]) {
      await finishRefund({ orderId, actor: operator });
      expect(await movedBy(orderId)).toEqual({});
    }
  });

  it('of more than the paying reserve has left is told so and stays open', async () => {
    const poor = await makeOffice();
    const { orderId } = await makeOrder(poor);
    await scheduleTransfer({ orderId, sendAt: new Date(Date.now() + 3_600_000), actor: operator });
    await startRefund({ orderId, reason: 'No', actor: operator });
    await addReserve(poor.bank.id, -6_000_000n);
    await expect(finishRefund({ orderId, actor: operator })).rejects.toMatchObject({
      code: 'no_reserve',
      params: { available: '0.00', asset: 'RUB' },
    });
    expect((await theOrder(orderId)).status).toBe('refunding');
    await addReserve(poor.bank.id, 6_000_000n);
    await finishRefund({ orderId, actor: operator });
  });
});
