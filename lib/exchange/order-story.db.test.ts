import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { cancelByCustomer } from './cancel-by-customer';
import { cancelOrder } from './cancel-order';
import { claimPayment } from './claim-payment';
import { createOrder } from './create-order';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { loadOrderView } from './queries';
import { scheduleTransfer } from './schedule-transfer';
import { makeOffice, registered, staff, type TestOffice } from './testing/office';
import { goodAddress, guest, makeOrder, makeQuote, orderBody, theOrder } from './testing/orders';
import {
  expectAllInOrder,
  heldOn,
  historyOf,
  letterProps,
  lettersOf,
  movedBy,
  transfersOf,
} from './testing/traces';

let office: TestOffice;
const operator = staff('operator', 'Olga');
const tomorrow = () => addMinutes(now(), 24 * 60);

beforeAll(async () => {
  office = await makeOffice({ pool: 2 });
  await registered(operator);
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

async function claimed() {
  const order = await makeOrder(office);
  await claimPayment({
    orderId: order.orderId,
    reader: { secret: order.secret },
    actor: guest(),
    payer: 'Ivan',
    reference: '77',
    comment: 'sent',
  });
  return order;
}

describe('a new order', () => {
  it('holds what will be paid out, and tells customer and office once', async () => {
    const before = await heldOn(office.coin.id);
    const { orderId, secret, replayed } = await makeOrder(office);
    const order = await theOrder(orderId);
    expect(replayed).toBe(false);
    expect(order).toMatchObject({
      status: 'pending_processing',
      exception: null,
      type: 'operator',
      version: 1,
    });
    expect((await heldOn(office.coin.id)) - before).toBe(order.getUnits);
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3']);
    expect(await letterProps(orderId, 'U1')).toMatchObject({
      url: `http://localhost:3000/en/orders/${orderId}/${secret}`,
      payTo: [{ title: 'Account', value: expect.stringContaining(office.bank.code) }],
      getRequisites: [{ title: 'Address', value: expect.stringContaining(goodAddress.slice(0, 4)) }],
    });
    expect(await letterProps(orderId, 'A3')).toMatchObject({
      deskUrl: expect.stringContaining(`/desk/orders/${orderId}`),
    });
    expect(await historyOf(orderId)).toEqual(['created']);
  });

  it('shows the details of the pool in turn', async () => {
    const shown = [];
    for (let index = 0; index < 4; index += 1) {
      const { orderId } = await makeOrder(office);
      shown.push((await theOrder(orderId)).payTo[0]?.value);
    }
    expect(new Set(shown.slice(0, 2)).size).toBe(2);
    expect(shown.slice(2)).toEqual(shown.slice(0, 2));
  });

  it('sent twice is one order, even at the same moment', async () => {
    const body = orderBody(await makeQuote(office));
    const answers = await Promise.all(Array.from({ length: 10 }, () => createOrder(body)));
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await lettersOf(answers[0]?.orderId ?? '')).toEqual(['U1', 'A3']);
  });
});

describe('an order served by hand', () => {
  it('goes through both steps with a letter for each, and its postings are those of an exchange', async () => {
    const { orderId, secret } = await claimed();
    expect(await theOrder(orderId)).toMatchObject({ status: 'payment_claimed', claim: { payer: 'Ivan' } });
    await scheduleTransfer({ orderId, sendAt: tomorrow(), text: 'Wait a day', actor: operator });
    const scheduled = await theOrder(orderId);
    expect(scheduled).toMatchObject({
      status: 'transfer_scheduled',
      heldBy: operator.userId,
      heldByName: 'Olga',
    });
    expect(scheduled.receiptMarketRate).not.toBeNull();
    // It waits for the office from the announced moment on: the queue sorts by this.
    expect(scheduled.scheduledFor).toBeInstanceOf(Date);
    expect(scheduled.waitingSince).toEqual(scheduled.scheduledFor);
    expect(await movedBy(orderId)).toEqual({ 'reserve RUB': 6_000_000n, 'obligations RUB': -6_000_000n });
    await finalizeOrder({ orderId, note: 'Thanks', payoutReference: 'tx1', actor: operator });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'completed', note: 'Thanks', payoutReference: 'tx1' });
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3', 'A4', 'U2', 'U3']);
    expect(await transfersOf(orderId)).toEqual(['completion', 'hold', 'receipt']);
    const market = order.giveUnits - order.feeGiveUnits - order.spreadUnits;
    expect(await movedBy(orderId)).toEqual({
      'reserve RUB': order.giveUnits,
      'income_fee RUB': -order.feeGiveUnits,
      'income_spread RUB': -order.spreadUnits,
      'liquidity RUB': -market,
      'liquidity BTC': order.getUnits + order.feeGetUnits,
      'income_fee BTC': -order.feeGetUnits,
      'reserve BTC': -order.getUnits,
    });
    const view = await loadOrderView({ orderId, reader: { secret } });
    expect(view.history.map(({ event, by }) => `${by} ${event}`)).toEqual([
      'customer created',
      'customer claimed',
      'operator scheduled',
      'operator finalized',
    ]);
    expect(JSON.stringify(view)).not.toContain('Olga');
  });

  it('may skip the first step: the receipt is posted with the completion', async () => {
    const { orderId } = await claimed();
    await finalizeOrder({ orderId, actor: operator });
    const order = await theOrder(orderId);
    expect(order.status).toBe('completed');
    expect(order.receivedAt).not.toBeNull();
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3', 'A4', 'U3']);
    expect(await movedBy(orderId)).toMatchObject({
      'reserve RUB': order.giveUnits,
      'reserve BTC': -order.getUnits,
    });
  });
});

describe('an unpaid order', () => {
  it('is canceled by its customer, and doing so twice is no error', async () => {
    const before = await heldOn(office.coin.id);
    const { orderId, secret } = await makeOrder(office);
    const reader = { secret };
    expect(await cancelByCustomer({ orderId, reader, actor: guest() })).toEqual({ already: false });
    expect(await cancelByCustomer({ orderId, reader, actor: guest() })).toEqual({ already: true });
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', canceledBy: 'customer' });
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3', 'U4']);
    expect(await heldOn(office.coin.id)).toBe(before);
  });

  it('is canceled by the operator with the reason the customer is told, even when claimed', async () => {
    const { orderId } = await claimed();
    await cancelOrder({ orderId, reason: 'Nothing has come', actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', canceledBy: 'operator' });
    expect(await letterProps(orderId, 'U4')).toMatchObject({
      reason: 'Nothing has come',
      canceledBy: 'operator',
    });
    expect(await transfersOf(orderId)).toEqual(['hold', 'release']);
  });

  it('expires by the timer, which releases the hold and tells the customer', async () => {
    const { orderId } = await makeOrder(office);
    expect(await expireOrders()).toBe(0);
    shiftClock(31 * 60_000);
    expect(await expireOrders()).toBeGreaterThan(0);
    expect(await expireOrders()).toBe(0);
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', canceledBy: 'expired' });
    expect(await lettersOf(orderId)).toEqual(['U1', 'A3', 'U4']);
    expect(await query(`SELECT id FROM orders WHERE status = 'pending_processing'`)).toEqual([]);
  });
});
