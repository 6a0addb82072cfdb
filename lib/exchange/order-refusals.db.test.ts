import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { addNote } from './add-note';
import { cancelByCustomer } from './cancel-by-customer';
import { cancelOrder } from './cancel-order';
import { claimPayment } from './claim-payment';
import { deleteOrders } from './delete-orders';
import { finalizeOrder } from './finalize-order';
import { finishRefund } from './finish-refund';
import { holdOrder } from './hold-order';
import { markPaidLate } from './mark-paid-late';
import { loadOrderView, ordersOfCustomer, orderVersion } from './queries';
import { reviveOrder } from './revive-order';
import { scheduleTransfer } from './schedule-transfer';
import { startRefund } from './start-refund';
import { makeOffice, staff, type TestOffice } from './testing/office';
import { guest, makeOrder, theOrder } from './testing/orders';
import { expectAllInOrder, historyOf } from './testing/traces';

let office: TestOffice;
const operator = staff('operator');

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

describe("somebody else's order", () => {
  it('is not there: not by a foreign secret, nor another account, nor a forged id', async () => {
    const { orderId } = await makeOrder(office);
    const foreign = await makeOrder(office);
    const readers = [
      { secret: foreign.secret },
      { secret: '' },
      { actor: guest() },
      { actor: staff('customer') },
    ];
    for (const reader of readers) {
      const steps = [
        () => loadOrderView({ orderId, reader }),
        () => claimPayment({ orderId, reader, actor: guest() }),
        () => cancelByCustomer({ orderId, reader, actor: guest() }),
      ];
      for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'not_found' });
    }
    for (const id of [newId('ord'), 'ord_1', "'", '\u0000', 'x'.repeat(10_000)]) {
      await expect(loadOrderView({ orderId: id, reader: { actor: operator } })).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await orderVersion(id)).toBeNull();
    }
    expect((await theOrder(orderId)).version).toBe(1);
  });

  it('is read by staff, who can do nothing in the place of its customer', async () => {
    const customer = staff('customer');
    const { orderId, secret } = await makeOrder(office, { actor: customer });
    for (const role of ['operator', 'support', 'accountant', 'admin', 'owner'] as const) {
      const reader = { actor: staff(role) };
      const view = await loadOrderView({ orderId, reader });
      expect(view.may).toEqual({
        pay: false,
        payFromWallet: false,
        claim: false,
        claimLate: false,
        cancel: false,
      });
      const claim = claimPayment({ orderId, reader, actor: reader.actor });
      await expect(claim).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const reader of [{ secret }, { actor: customer }]) {
      const view = await loadOrderView({ orderId, reader });
      expect(view.may).toEqual({
        pay: false,
        payFromWallet: false,
        claim: true,
        claimLate: false,
        cancel: true,
      });
      expect(JSON.stringify(view)).not.toContain('10.0.0.1');
    }
    expect((await ordersOfCustomer({ actor: customer })).orders.map(({ id }) => id)).toEqual([orderId]);
    expect((await ordersOfCustomer({ actor: staff('customer') })).orders).toEqual([]);
  });
});

describe('the steps of the desk', () => {
  it('are for operators, admins and owners; support and accountants only read', async () => {
    const { orderId } = await makeOrder(office);
    const sendAt = addMinutes(now(), 60);
    for (const role of ['customer', 'cashier', 'support', 'accountant'] as const) {
      const actor = staff(role);
      const steps = [
        () => scheduleTransfer({ orderId, sendAt, actor }),
        () => finalizeOrder({ orderId, actor }),
        () => cancelOrder({ orderId, reason: 'x', actor }),
        () => reviveOrder({ orderId, rate: 'old', actor }),
        () => startRefund({ orderId, reason: 'x', actor }),
        () => finishRefund({ orderId, actor }),
        () => markPaidLate({ orderId, actor }),
        () => deleteOrders({ orderIds: [orderId], actor }),
        () => holdOrder({ orderId, actor }),
        () => addNote({ orderId, text: 'x', actor }),
      ];
      for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(finalizeOrder({ orderId, actor: guest() })).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await historyOf(orderId)).toEqual(['created']);
    for (const role of ['operator', 'admin', 'owner'] as const)
      await finalizeOrder({ orderId: (await makeOrder(office)).orderId, actor: staff(role) });
  });

  it('that an order is not ready for are refused, and say so', async () => {
    const { orderId } = await makeOrder(office);
    const steps = [
      () => reviveOrder({ orderId, rate: 'old', actor: operator }),
      () => finishRefund({ orderId, actor: operator }),
      () => markPaidLate({ orderId, actor: operator }),
    ];
    for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'move_not_allowed' });
  });

  it('need a date in the next thirty days and a reason', async () => {
    const { orderId } = await makeOrder(office);
    const at = (minutes: number) =>
      scheduleTransfer({ orderId, sendAt: addMinutes(now(), minutes), actor: operator });
    await expect(at(-1)).rejects.toMatchObject({ fields: { sendAt: { key: 'dateInPast' } } });
    await expect(at(31 * 24 * 60)).rejects.toMatchObject({ fields: { sendAt: { key: 'dateTooFar' } } });
    const nothing = scheduleTransfer({ orderId, sendAt: new Date(Number.NaN), actor: operator });
    await expect(nothing).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(cancelOrder({ orderId, reason: ' ', actor: operator })).rejects.toMatchObject({
      fields: { reason: { key: 'required' } },
    });
    const long = finalizeOrder({ orderId, note: 'x'.repeat(10_000), actor: operator });
    await expect(long).rejects.toMatchObject({ fields: { note: { key: 'tooLong' } } });
  });
});

describe('a claim', () => {
  it('with a file that is no receipt is refused under its field and changes nothing', async () => {
    const { orderId, secret } = await makeOrder(office);
    const receipt = { bytes: Buffer.from('MZ\u0090 not a picture'), name: 'receipt.png' };
    const claim = claimPayment({ orderId, reader: { secret }, actor: guest(), receipt });
    await expect(claim).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { receipt: { key: 'fileType' } },
    });
    expect((await theOrder(orderId)).status).toBe('pending_processing');
  });

  it('with a receipt keeps it, and of two claims only the file of the first', async () => {
    const { orderId, secret } = await makeOrder(office);
    const receipt = { bytes: Buffer.from('%PDF-1.4\n1 0 obj\ntrailer\n%%EOF\n'), name: '../../Чек.exe' };
    const claim = () => claimPayment({ orderId, reader: { secret }, actor: guest(), receipt });
    await Promise.all([claim(), claim(), claim()]);
    const files = await query<{ id: string; name: string }>(
      'SELECT id, name FROM files WHERE order_id = $1',
      [orderId],
    );
    expect(files).toHaveLength(1);
    expect((await theOrder(orderId)).claim).toMatchObject({
      receiptFileId: files[0]?.id,
      receiptName: 'Чек.pdf',
    });
  });

  it('of an order that was canceled by its customer is told that it is', async () => {
    const { orderId, secret } = await makeOrder(office);
    await cancelByCustomer({ orderId, reader: { secret }, actor: guest() });
    const claim = claimPayment({ orderId, reader: { secret }, actor: guest() });
    await expect(claim).rejects.toMatchObject({ code: 'order_moved', params: { status: 'canceled' } });
  });
});
