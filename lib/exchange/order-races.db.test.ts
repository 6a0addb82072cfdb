import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cancelByCustomer } from './cancel-by-customer';
import { cancelOrder } from './cancel-order';
import { claimPayment } from './claim-payment';
import { createOrder } from './create-order';
import { createQuote } from './create-quote';
import { expireOrders } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { holdOrder, takeOverOrder } from './hold-order';
import { scheduleTransfer } from './schedule-transfer';
import { addReserve, makeOffice, registered, staff, type TestOffice } from './testing/office';
import { goodCard, guest, makeOrder, makeQuote, orderBody, theOrder } from './testing/orders';
import { expectAllInOrder, heldOn, historyOf, lettersOf, transfersOf } from './testing/traces';

let office: TestOffice;
const olga = staff('operator', 'Olga');
const pavel = staff('operator', 'Pavel');
const soon = () => addMinutes(now(), 60);

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n, pool: 3 });
  await registered(olga);
  await registered(pavel);
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

type Outcome = { ok: boolean; code: string; params: Record<string, string> };

/** All at once; expected failures by their code. */
async function race(...steps: (() => Promise<unknown>)[]): Promise<Outcome[]> {
  return Promise.all(
    steps.map(async (step) => {
      try {
        await step();
        return { ok: true, code: '', params: {} };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { ok: false, code: error.code, params: error.params };
      }
    }),
  );
}

const count = (letters: string[], code: string) => letters.filter((letter) => letter === code).length;

describe('at the same moment', () => {
  it('twenty who finalize one order make one posting and one letter; the others are told who was first', async () => {
    const { orderId } = await makeOrder(office);
    const outcomes = await race(
      ...Array.from(
        { length: 20 },
        (_, index) => () => finalizeOrder({ orderId, actor: index % 2 ? olga : pavel }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = (await theOrder(orderId)).heldByName ?? '';
    expect(['Olga', 'Pavel']).toContain(winner);
    for (const { code, params } of outcomes.filter(({ ok }) => !ok)) {
      expect(code).toBe('order_moved');
      expect(params).toMatchObject({ status: 'completed', byKind: 'operator', by: winner });
      expect(Date.parse(params.at ?? '')).toBeGreaterThan(0);
    }
    expect(await transfersOf(orderId)).toEqual(['completion', 'hold']);
    expect(count(await lettersOf(orderId), 'U3')).toBe(1);
    expect(await historyOf(orderId)).toEqual(['created', 'finalized']);
  });

  it('finalize and cancel end in one of the two, whole', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { orderId } = await makeOrder(office);
      const outcomes = await race(
        () => finalizeOrder({ orderId, actor: olga }),
        () => cancelOrder({ orderId, reason: 'no money', actor: pavel }),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)?.code).toBe('order_moved');
      const { status } = await theOrder(orderId);
      const letters = await lettersOf(orderId);
      expect([count(letters, 'U3'), count(letters, 'U4')]).toEqual(status === 'completed' ? [1, 0] : [0, 1]);
      expect(await transfersOf(orderId)).toEqual(
        status === 'completed' ? ['completion', 'hold'] : ['hold', 'release'],
      );
    }
  });

  it('the customer who cancels and the operator who schedules: one is first, the other is told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { orderId, secret } = await makeOrder(office);
      const [byCustomer, byOperator] = await race(
        () => cancelByCustomer({ orderId, reader: { secret }, actor: guest() }),
        () => scheduleTransfer({ orderId, sendAt: soon(), actor: olga }),
      );
      expect(byCustomer?.ok).toBe(!byOperator?.ok);
      if (byCustomer?.ok)
        expect(byOperator?.params).toMatchObject({ status: 'canceled', byKind: 'customer' });
      // Who of the staff it was is nothing for customers.
      else
        expect(byCustomer?.params).toMatchObject({ status: 'transfer_scheduled', byKind: 'office', by: '' });
    }
  });

  it('fifty buyers of the last reserve: exactly one gets it, the rest are told what is left', async () => {
    const last = await makeOffice({ reserveUnits: 1_000_000n });
    const bodies = await Promise.all(
      Array.from({ length: 50 }, async () => orderBody(await makeQuote(last, { getUnits: 1_000_000n }))),
    );
    const outcomes = await race(...bodies.map((body) => () => createOrder(body)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const { code, params } of outcomes.filter(({ ok }) => !ok)) {
      expect(code).toBe('no_reserve');
      expect(params).toEqual({ available: '0.00000000', asset: 'BTC' });
    }
    expect(await heldOn(last.coin.id)).toBe(1_000_000n);
    const made = await query('SELECT id FROM orders WHERE to_method_id = $1', [last.coin.id]);
    expect(made).toHaveLength(1);
  });

  it('one e-mail gets no more open orders than allowed, nor one address', async () => {
    const of = async (more: object) => orderBody(await makeQuote(office), more);
    const sameEmail = await Promise.all(Array.from({ length: 8 }, () => of({ email: 'many@example.com' })));
    const byEmail = await race(...sameEmail.map((body) => () => createOrder(body)));
    expect(byEmail.filter(({ ok }) => ok)).toHaveLength(3);
    const actor = guest();
    const sameAddress = await Promise.all(Array.from({ length: 12 }, () => of({ actor })));
    const byAddress = await race(...sameAddress.map((body) => () => createOrder(body)));
    expect(byAddress.filter(({ ok }) => ok)).toHaveLength(6);
    // In IPv6 one customer has the addresses of a whole network to choose from.
    const sameNetwork = await Promise.all(
      Array.from({ length: 12 }, (_, host) => of({ actor: { kind: 'guest', ip: `2001:db8:1:2::${host}` } })),
    );
    const byNetwork = await race(...sameNetwork.map((body) => () => createOrder(body)));
    expect(byNetwork.filter(({ ok }) => ok)).toHaveLength(6);
    await createOrder(await of({ actor: { kind: 'guest', ip: '2001:db8:1:3::1' } }));
    const codes = new Set(
      [...byEmail, ...byAddress, ...byNetwork].filter(({ ok }) => !ok).map(({ code }) => code),
    );
    expect([...codes]).toEqual(['too_many_open_orders']);
  });

  it('a quote used under two keys makes one order', async () => {
    const body = orderBody(await makeQuote(office));
    const outcomes = await race(
      () => createOrder(body),
      () => createOrder({ ...body, idempotencyKey: 'api:other' }),
    );
    expect(outcomes.map(({ code }) => code).sort()).toEqual(['', 'quote_used']);
  });

  it('a claim and the timer leave the order claimed, or canceled and marked as paid late', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { orderId, secret } = await makeOrder(office);
      // The claim reads the clock before the timer's moment, or after it.
      shiftClock(round % 2 ? 30 * 60_000 + 1_000 : 30 * 60_000 - 60);
      const [claim] = await race(
        () => claimPayment({ orderId, reader: { secret }, actor: guest() }),
        async () => {
          shiftClock(31 * 60_000);
          await Promise.all([expireOrders(), expireOrders()]);
        },
      );
      expect(claim?.ok).toBe(true);
      const { status, exception } = await theOrder(orderId);
      expect(['payment_claimed', 'canceled paid_late']).toContain(
        [status, exception].filter(Boolean).join(' '),
      );
      const letters = await lettersOf(orderId);
      expect(count(letters, 'A4')).toBe(1);
      expect(count(letters, 'U4')).toBe(status === 'canceled' ? 1 : 0);
      shiftClock(0);
    }
  });

  it('a claim sent five times is kept once', async () => {
    const { orderId, secret } = await makeOrder(office);
    const claim = () => claimPayment({ orderId, reader: { secret }, actor: guest(), payer: 'Ivan' });
    const answers = await Promise.all([claim(), claim(), claim(), claim(), claim()]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(4).fill('already'), 'claimed']);
    expect(count(await lettersOf(orderId), 'A4')).toBe(1);
  });

  it('two operators who open one order: one holds it, the other is told by whom', async () => {
    const { orderId } = await makeOrder(office);
    const outcomes = await race(
      () => holdOrder({ orderId, actor: olga }),
      () => holdOrder({ orderId, actor: pavel }),
    );
    const { heldByName } = await theOrder(orderId);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'order_held', params: { by: heldByName } });
    const other = heldByName === 'Olga' ? pavel : olga;
    await expect(finalizeOrder({ orderId, actor: other })).rejects.toMatchObject({
      code: 'order_held',
      params: { by: heldByName },
    });
    await takeOverOrder({ orderId, actor: other });
    await finalizeOrder({ orderId, actor: other });
    expect(await historyOf(orderId)).toEqual(['created', 'held', 'taken_over', 'finalized']);
  });

  it('orders of opposite directions are all finalized, though each locks what the other needs', async () => {
    await addReserve(office.bank.id, 100_000_000_00n);
    const back = async () => {
      const quote = await createQuote({
        from: office.coin.code,
        to: office.bank.code,
        side: 'give',
        amount: '0.01',
      });
      return createOrder(orderBody(quote.id, { requisites: { 'get.card': goodCard } }));
    };
    const orders = await Promise.all([0, 1, 2, 3, 4, 5].flatMap(() => [makeOrder(office), back()]));
    await Promise.all(orders.map(({ orderId }) => finalizeOrder({ orderId, actor: olga })));
    for (const { orderId } of orders) expect((await theOrder(orderId)).status).toBe('completed');
  });
});
