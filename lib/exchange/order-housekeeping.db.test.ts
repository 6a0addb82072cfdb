import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { addNote } from './add-note';
import { cancelEmptyOrders } from './cancel-empty-orders';
import { claimPayment } from './claim-payment';
import { deleteOrders } from './delete-orders';
import { finalizeOrder } from './finalize-order';
import { holdOrder, releaseOrder, takeOverOrder } from './hold-order';
import { loadOrderView, ordersOfCustomer, orderVersion } from './queries';
import { makeOffice, registered, staff, type TestOffice } from './testing/office';
import { guest, makeOrder, theOrder } from './testing/orders';
import { expectAllInOrder, historyOf, lettersOf } from './testing/traces';
import { warnExpiringOrders } from './warn-expiring-orders';

let office: TestOffice;
const olga = staff('operator', 'Olga');
const pavel = staff('operator', 'Pavel');

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
  await registered(olga);
  await registered(pavel);
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

async function claimed() {
  const order = await makeOrder(office);
  await claimPayment({ orderId: order.orderId, reader: { secret: order.secret }, actor: guest() });
  return order;
}

describe('several orders at once', () => {
  it('are canceled where they are empty; each of the others says why not', async () => {
    const empty = await makeOrder(office);
    const paid = await claimed();
    const done = await makeOrder(office);
    await finalizeOrder({ orderId: done.orderId, actor: olga });
    const held = await makeOrder(office);
    await holdOrder({ orderId: held.orderId, actor: pavel });
    const missing = newId('ord');
    const orderIds = [empty, paid, done, held].map(({ orderId }) => orderId);
    const results = await cancelEmptyOrders({
      orderIds: [...orderIds, missing],
      reason: 'Cleaning',
      actor: olga,
    });
    expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
      'ok',
      'order_not_empty',
      'order_not_empty',
      'order_held',
      'not_found',
    ]);
    expect(await lettersOf(empty.orderId)).toEqual(['U1', 'A3', 'U4']);
  });

  it('are deleted where no money came: unseen in counts, kept with history and audit', async () => {
    const empty = await makeOrder(office);
    const paid = await claimed();
    const results = await deleteOrders({ orderIds: [empty.orderId, paid.orderId], actor: olga });
    expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'order_not_empty' }]);
    expect(await deleteOrders({ orderIds: [empty.orderId], actor: olga })).toMatchObject([{ ok: true }]);
    expect(await theOrder(empty.orderId)).toMatchObject({ status: 'canceled', deletedAt: expect.any(Date) });
    expect(await historyOf(empty.orderId)).toEqual(['created', 'canceled', 'deleted']);
    const audited = await query(
      `SELECT 1 FROM audit_records WHERE action = 'order.delete' AND subject = $1`,
      [empty.orderId],
    );
    expect(audited).toHaveLength(1);
    const view = await loadOrderView({ orderId: empty.orderId, reader: { secret: empty.secret } });
    expect(view.history.map(({ event }) => event)).toEqual(['created', 'canceled']);
  });
});

describe('an order that somebody holds', () => {
  it('is let go, taken over with a trace, and moves the version for open pages', async () => {
    const { orderId } = await makeOrder(office);
    await holdOrder({ orderId, actor: olga });
    await holdOrder({ orderId, actor: olga });
    expect(await orderVersion(orderId)).toBe(2);
    await takeOverOrder({ orderId, actor: pavel });
    await releaseOrder({ orderId, actor: olga });
    expect(await theOrder(orderId)).toMatchObject({ heldByName: 'Pavel', version: 3 });
    await releaseOrder({ orderId, actor: pavel });
    expect(await theOrder(orderId)).toMatchObject({ heldBy: null, heldAt: null });
    expect(await historyOf(orderId)).toEqual(['created', 'held', 'taken_over', 'released']);
    await finalizeOrder({ orderId, actor: olga });
    expect(await holdOrder({ orderId, actor: pavel })).toEqual({ held: false });
    await takeOverOrder({ orderId, actor: pavel });
    expect((await theOrder(orderId)).heldBy).toBe(olga.userId);
  });

  it('still lets its customer claim and pay', async () => {
    const { orderId, secret } = await makeOrder(office);
    await holdOrder({ orderId, actor: olga });
    const claim = await claimPayment({ orderId, reader: { secret }, actor: guest() });
    expect(claim.outcome).toBe('claimed');
    expect((await theOrder(orderId)).heldBy).toBe(olga.userId);
  });
});

describe('notes among staff', () => {
  it('are kept, and no customer reads them', async () => {
    const { orderId, secret } = await makeOrder(office);
    await addNote({ orderId, text: 'Suspicious <b>', actor: olga });
    const notes = await query('SELECT text, author_name FROM order_notes WHERE order_id = $1', [orderId]);
    expect(notes).toEqual([{ text: 'Suspicious <b>', author_name: 'Olga' }]);
    const view = await loadOrderView({ orderId, reader: { secret } });
    expect(JSON.stringify(view)).not.toContain('Suspicious');
  });
});

describe('the warning of expiry', () => {
  it('goes out once, shortly before, and only to whom it can help', async () => {
    const order = await makeOrder(office);
    const paid = await claimed();
    expect(await warnExpiringOrders()).toBe(0);
    shiftClock(21 * 60_000);
    const [first, second] = await Promise.all([warnExpiringOrders(), warnExpiringOrders()]);
    expect((first ?? 0) + (second ?? 0)).toBeGreaterThan(0);
    expect(await warnExpiringOrders()).toBe(0);
    expect((await lettersOf(order.orderId)).filter((code) => code === 'order_expiring')).toHaveLength(1);
    expect(await lettersOf(paid.orderId)).not.toContain('order_expiring');
  });
});

describe("a customer's list", () => {
  it('has his orders, newest first, page by page, each once', async () => {
    const customer = staff('customer');
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      made.unshift((await makeOrder(office, { actor: { ...customer, ip: `10.9.0.${index}` } })).orderId);
    }
    const seen: string[] = [];
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await ordersOfCustomer({ actor: customer, after, limit: 2 });
      seen.push(...page.orders.map(({ id }) => id));
      after = page.next ?? undefined;
    }
    expect(new Set(seen)).toEqual(new Set(made));
    expect(seen).toHaveLength(5);
    expect((await ordersOfCustomer({ actor: customer, after: "' OR 1=1" })).orders).toHaveLength(5);
  });
});
