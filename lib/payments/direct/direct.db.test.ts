import { describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { holdOrder } from '@/lib/exchange/hold-order';
import { orderSecret } from '@/lib/exchange/order-secret';
import { makeOffice, registered, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { guest, makeOrder, theOrder } from '@/lib/exchange/testing/orders';
import { letterProps, lettersOf } from '@/lib/exchange/testing/traces';
import { warnExpiringOrders } from '@/lib/exchange/warn-expiring-orders';
import { reconcile } from '@/lib/ledger/reconcile';
import { formatUnits } from '@/lib/money';
import { confirmDirectPayment } from './confirm-direct-payment';
import { directCounts, directPage, readDirectFilter } from './direct-list';
import { refuseDirectPayment } from './refuse-direct-payment';

const operator = staff('operator');

async function paymentOf(orderId: string): Promise<{ id: string; status: string; amountUnits: bigint }> {
  const [payment] = await query<{ id: string; status: string; amountUnits: bigint }>(
    'SELECT id, status::text, amount_units AS "amountUnits" FROM payments WHERE subject_id = $1',
    [orderId],
  );
  if (!payment) throw new Error('no payment');
  return payment;
}

async function claimed(office: TestOffice, give = '60000') {
  const { orderId } = await makeOrder(office, {}, give);
  const reader = { secret: orderSecret(orderId) };
  await claimPayment({ orderId, reader, actor: guest(), payer: 'Ann Smith', reference: '4711', comment: '' });
  return { orderId, paymentId: (await paymentOf(orderId)).id };
}

async function inList(view: string, paymentId: string): Promise<boolean> {
  const filter = readDirectFilter({ view, q: paymentId });
  return (await directPage({ actor: operator, filter })).rows.some(({ id }) => id === paymentId);
}

describe('a direct payment', () => {
  it('stands in the list with what its payer said, until the tick; then its order has the money', async () => {
    const office = await makeOffice();
    const { orderId, paymentId } = await claimed(office);
    const { rows } = await directPage({ actor: operator, filter: readDirectFilter({ q: orderId }) });
    expect(rows).toMatchObject([
      {
        id: paymentId,
        status: 'claimed',
        amount: '60000.00',
        asset: 'RUB',
        claim: { payer: 'Ann Smith', reference: '4711' },
      },
    ]);
    const byAmount = async (q: string) =>
      (
        await directPage({ actor: operator, filter: readDirectFilter({ q, method: office.bank.id }) })
      ).rows.map(({ id }) => id);
    expect([await byAmount('60 000,00'), await byAmount('60000.01')]).toEqual([[paymentId], []]);
    expect(await byAmount('9999999999.99')).toEqual([]);
    await confirmDirectPayment({ actor: operator, paymentId, amount: '60 000,00' });
    expect(await theOrder(orderId)).toMatchObject({
      status: 'funds_received',
      exception: null,
      receivedUnits: 6_000_000n,
    });
    expect([await inList('waiting', paymentId), await inList('paid', paymentId)]).toEqual([false, true]);
    expect((await reconcile()).findings).toEqual([]);
  });

  it('of less or more than asked leaves the order with an exception and the ledger with what came', async () => {
    const office = await makeOffice();
    for (const [amount, exception, units] of [
      ['59000', 'underpaid', 5_900_000n],
      ['61000', 'overpaid', 6_100_000n],
    ] as const) {
      const { orderId, paymentId } = await claimed(office);
      await confirmDirectPayment({ actor: operator, paymentId, amount });
      expect(await theOrder(orderId)).toMatchObject({
        status: 'payment_claimed',
        exception,
        receivedUnits: units,
      });
    }
  });

  it('that is crossed out leaves the list, and its order is canceled with the reason in a letter', async () => {
    const { orderId, paymentId } = await claimed(await makeOffice());
    await refuseDirectPayment({ actor: operator, paymentId, reason: 'The money never came.' });
    expect(await theOrder(orderId)).toMatchObject({
      status: 'canceled',
      cancelReason: 'The money never came.',
    });
    expect(await lettersOf(orderId)).toContain('U4');
    expect(await letterProps(orderId, 'U4')).toMatchObject({ reason: 'The money never came.' });
    expect([await inList('waiting', paymentId), await inList('refused', paymentId)]).toEqual([false, true]);
  });

  it('of an order that another operator holds is not crossed out: both stay as they are', async () => {
    const { orderId, paymentId } = await claimed(await makeOffice());
    await holdOrder({ orderId, actor: await registered(staff('operator')) });
    const cross = refuseDirectPayment({ actor: operator, paymentId, reason: 'no' });
    await expect(cross).rejects.toMatchObject({ code: 'order_held' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'payment_claimed' });
    expect(await paymentOf(orderId)).toMatchObject({ status: 'claimed' });
  });

  it('is decided once: tick against tick, and tick against cross, at the same moment', async () => {
    const office = await makeOffice();
    const other = staff('admin');
    for (let round = 0; round < 5; round += 1) {
      const { orderId, paymentId } = await claimed(office);
      const results = await Promise.allSettled([
        confirmDirectPayment({ actor: operator, paymentId, amount: '60000' }),
        confirmDirectPayment({ actor: other, paymentId, amount: '60000' }),
        refuseDirectPayment({ actor: other, paymentId, reason: 'no' }),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const order = await theOrder(orderId);
      expect(['funds_received', 'canceled']).toContain(order.status);
      expect(order.receivedUnits).toBe(order.status === 'canceled' ? 0n : 6_000_000n);
    }
    expect((await reconcile()).findings).toEqual([]);
  });

  it('is confirmed by operators only, with an amount that is one', async () => {
    const { paymentId } = await claimed(await makeOffice());
    for (const amount of ['', 'abc', '0', '-5', '1e9', '1.234567'])
      await expect(confirmDirectPayment({ actor: operator, paymentId, amount })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    for (const actor of [staff('support'), staff('cashier'), staff('customer'), guest()])
      await expect(confirmDirectPayment({ actor, paymentId, amount: '1' })).rejects.toMatchObject({
        code: expect.stringMatching(/forbidden|not_signed_in/),
      });
    await expect(directCounts(staff('customer'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of equal amounts asks each customer for another amount where that is switched on', async () => {
    const office = await makeOffice();
    await query('UPDATE payment_methods SET unique_amounts = true WHERE id = $1', [office.bank.id]);
    const orders = await Promise.all(Array.from({ length: 8 }, () => makeOrder(office, {}, '60000')));
    const amounts = await Promise.all(
      orders.map(async ({ orderId }) => (await paymentOf(orderId)).amountUnits),
    );
    expect(amounts.sort()).toEqual(Array.from({ length: 8 }, (_, added) => 6_000_000n + BigInt(added)));
    const { orderId } = orders[0] ?? { orderId: '' };
    const { id: paymentId, amountUnits } = await paymentOf(orderId);
    const asked = formatUnits(amountUnits, 2);
    // Whoever pays by the letter pays the amount by which his payment is known.
    for (const code of ['U1', 'A3']) expect(await letterProps(orderId, code)).toMatchObject({ asked });
    await query(
      `UPDATE orders SET created_at = now() - interval '1 hour', expires_at = now() + interval '1 minute'
      WHERE id = $1`,
      [orderId],
    );
    await warnExpiringOrders();
    expect(await letterProps(orderId, 'order_expiring')).toMatchObject({ asked });
    await confirmDirectPayment({ actor: operator, paymentId, amount: asked });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: null });
  });
});

describe('the office’s own details', () => {
  it('are given to no more payments than their day allows, however many ask at once', async () => {
    const office = await makeOffice({ pool: 2, reserveUnits: 1_000_000_000n });
    await query('UPDATE office_requisites SET day_limit_units = $2 WHERE method_id = $1', [
      office.bank.id,
      18_500_000n,
    ]);
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, () => makeOrder(office, {}, '60000')),
    );
    // Three of 60,000 fit into 185,000, with each of two sets of details.
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'no_office_requisites' });
    const rows = await query<{ orders: bigint }>(
      'SELECT count(*) AS orders FROM payments WHERE method_id = $1 GROUP BY office_requisites_id',
      [office.bank.id],
    );
    expect(rows.map(({ orders }) => orders)).toEqual([3n, 3n]);
  });
});

describe('“I have paid”', () => {
  it('asks for the number and the receipt where the method wants them, and keeps what was typed', async () => {
    const office = await makeOffice();
    await query(
      'UPDATE payment_methods SET reference_required = true, receipt_required = true WHERE id = $1',
      [office.bank.id],
    );
    const { orderId } = await makeOrder(office);
    const claim = {
      orderId,
      reader: { secret: orderSecret(orderId) },
      actor: guest(),
      payer: 'Ann',
      comment: '',
    };
    await expect(claimPayment({ ...claim, reference: '' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { reference: { key: 'required' }, receipt: { key: 'required' } },
    });
    expect(await theOrder(orderId)).toMatchObject({ status: 'pending_processing' });
  });
});
