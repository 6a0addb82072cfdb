import { describe, expect, it } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { makeOffice, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { makeOrder, theOrder } from '@/lib/exchange/testing/orders';
import { reconcile } from '@/lib/ledger/reconcile';
import { formatUnits } from '@/lib/money';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { confirmLine, confirmSureLines, ignoreLine } from './decide-line';
import { importStatement } from './import-statement';
import { guessMapping } from './mapping';
import { matchOpenLines } from './match-open-lines';
import { lineCounts, linePage, rememberedMapping } from './statement-queries';

const operator = staff('operator');

const header = 'Дата;Сумма;Плательщик;Назначение';
const mapping = guessMapping([header.split(';'), ['01.11.2026', '1', 'a', 'b']]);

function csv(rows: string[]): { bytes: Buffer; name: string } {
  return { bytes: Buffer.from([header, ...rows].join('\n')), name: 'bank.csv' };
}

/** Today on the office's wall clock, as banks write it. */
const today = new Intl.DateTimeFormat('ru-RU', { timeZone: 'Europe/Moscow' }).format(new Date());

const row = (amount: string, payer = '', purpose = '') => `${today};${amount};${payer};${purpose}`;

function take(office: TestOffice, rows: string[]) {
  return importStatement({ actor: operator, methodId: office.bank.id, file: csv(rows), mapping });
}

async function paymentOf(orderId: string): Promise<string> {
  const [payment] = await query<{ id: string }>('SELECT id FROM payments WHERE subject_id = $1', [orderId]);
  return payment?.id ?? '';
}

async function lines(office: TestOffice, state: 'sure' | 'doubtful' | 'unmatched') {
  return (await linePage({ actor: operator, methodId: office.bank.id, state })).rows;
}

describe('a bank’s statement', () => {
  it('of 500 rows confirms in one click what is sure of 60 waiting payments, and the books are right', async () => {
    const office = await makeOffice({ reserveUnits: 10_000_000_000n });
    const orders: string[] = [];
    for (let index = 0; index < 60; index += 1)
      orders.push((await makeOrder(office, {}, String(60_000 + Math.min(index, 40)))).orderId);
    const paid = orders.slice(0, 50);
    const rows = paid.map((orderId, index) =>
      // The last ten waiting for one and the same amount are told apart by the number of their order.
      row(`${60_000 + Math.min(index, 40)},00`, '', index < 40 ? 'Перевод' : `Заявка ${orderId}`),
    );
    const others = Array.from({ length: 450 }, (_, index) =>
      row(index % 3 === 0 ? `-${index + 1},50` : `${index + 1},50`, 'ООО Ромашка', `Счёт ${index}`),
    );
    const read = await take(office, [...rows, ...others]);
    expect(read).toMatchObject({ repeated: false, added: 350, outgoing: 150, problemCount: 0 });
    expect(await lineCounts(operator, office.bank.id)).toMatchObject({
      sure: 50,
      doubtful: 0,
      unmatched: 300,
    });

    const results = await confirmSureLines({ actor: operator, methodId: office.bank.id });
    expect(results).toHaveLength(50);
    expect(results.every(({ ok }) => ok)).toBe(true);
    for (const orderId of paid) expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received' });
    for (const orderId of orders.slice(50))
      expect(await theOrder(orderId)).toMatchObject({ status: 'pending_processing', receivedUnits: 0n });
    expect(await confirmSureLines({ actor: operator, methodId: office.bank.id })).toEqual([]);
    expect((await reconcile()).findings).toEqual([]);
  });

  it('dropped in twice, or again inside of a longer one, does nothing twice', async () => {
    const office = await makeOffice();
    await makeOrder(office, {}, '61000');
    const first = [row('61000'), row('5')];
    expect(await take(office, first)).toMatchObject({ repeated: false, added: 2 });
    expect(await take(office, first)).toMatchObject({ repeated: true, added: 0 });
    await confirmSureLines({ actor: operator, methodId: office.bank.id });
    expect(await take(office, [...first, row('7')])).toMatchObject({
      repeated: false,
      incoming: 3,
      added: 1,
    });
    expect(await lineCounts(operator, office.bank.id)).toMatchObject({ confirmed: 1, sure: 0, unmatched: 2 });
    expect(await rememberedMapping(operator, office.bank.id)).toEqual(mapping);
  });

  it('with another amount than the order it names is doubtful, and what is confirmed is what came', async () => {
    const office = await makeOffice();
    const { orderId } = await makeOrder(office, {}, '62000');
    await take(office, [row('61000', '', `за ${orderId}`)]);
    const [line] = await lines(office, 'doubtful');
    const paymentId = line?.candidates[0]?.paymentId ?? '';
    await confirmLine({ actor: operator, lineId: line?.id ?? '', paymentId });
    const order = await theOrder(orderId);
    expect(order).toMatchObject({ status: 'payment_claimed', exception: 'underpaid' });
    expect(formatUnits(order.receivedUnits, 2)).toBe('61000.00');
  });

  it('is the same money once: two operators and two tabs confirm a line at the same moment', async () => {
    const office = await makeOffice();
    const { orderId } = await makeOrder(office, {}, '63000');
    await take(office, [row('63000')]);
    const [line] = await lines(office, 'sure');
    const confirm = (actor = operator) =>
      confirmLine({ actor, lineId: line?.id ?? '', paymentId: line?.candidates[0]?.paymentId ?? '' });
    const results = await Promise.allSettled([confirm(), confirm(staff('admin')), confirm()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(formatUnits((await theOrder(orderId)).receivedUnits, 2)).toBe('63000.00');
  });

  it('that is compared while a colleague confirms one of its lines leaves that line confirmed', async () => {
    const office = await makeOffice();
    const first = await makeOrder(office, {}, '63500');
    await take(office, [row('63500')]);
    const [line] = await lines(office, 'sure');
    const ids = { lineId: line?.id ?? '', paymentId: line?.candidates[0]?.paymentId ?? '' };
    await inTransaction((tx) =>
      matchOpenLines(
        {
          ...tx,
          query: async (sql, ...more) => {
            const rows = await tx.query(sql, ...more);
            if (sql.includes('FROM bank_statement_lines WHERE'))
              await confirmLine({ actor: operator, ...ids });
            return rows as never;
          },
        },
        office.bank.id,
      ),
    );
    expect(await lineCounts(operator, office.bank.id)).toMatchObject({ confirmed: 1, sure: 0, unmatched: 0 });
    // What has come once is no money of the next order of the same amount.
    const second = await makeOrder(office, {}, '63500');
    const payment = await paymentOf(second.orderId);
    await expect(
      confirmLine({ actor: operator, lineId: ids.lineId, paymentId: payment }),
    ).rejects.toMatchObject({
      code: 'line_decided',
    });
    expect((await theOrder(first.orderId)).receivedUnits).toBe(6_350_000n);
  });

  it('with money that was confirmed by hand before credits nobody else with it, nor the same order twice', async () => {
    const office = await makeOffice();
    const [ticked, waiting] = [await makeOrder(office, {}, '63700'), await makeOrder(office, {}, '63700')];
    const paymentId = await paymentOf(ticked.orderId);
    await confirmDirectPayment({ actor: operator, paymentId, amount: '63700' });
    await take(office, [row('63700')]);
    expect(await confirmSureLines({ actor: operator, methodId: office.bank.id })).toEqual([]);
    const [line] = await lines(office, 'doubtful');
    expect(line?.candidates.find((one) => one.paymentId === paymentId)).toMatchObject({ booked: true });
    const lineId = line?.id ?? '';
    await confirmLine({ actor: operator, lineId, paymentId });
    expect((await theOrder(ticked.orderId)).receivedUnits).toBe(6_370_000n);
    expect((await theOrder(waiting.orderId)).receivedUnits).toBe(0n);
    // A second line like it is other money.
    await take(office, [row('63700'), row('63700')]);
    const [other] = await lines(office, 'sure');
    expect(other?.candidates).toMatchObject([{ paymentId: await paymentOf(waiting.orderId) }]);
    const again = confirmLine({ actor: operator, lineId: other?.id ?? '', paymentId });
    await expect(again).rejects.toMatchObject({ code: 'payment_decided' });
    expect((await reconcile()).findings).toEqual([]);
  });

  it('is for operators; a line of one method is no money of another’s payment', async () => {
    const [here, there] = [await makeOffice(), await makeOffice()];
    await makeOrder(there, {}, '64000');
    await take(here, [row('64000')]);
    const [line] = await lines(here, 'unmatched');
    const [payment] = await query<{ id: string }>('SELECT id FROM payments WHERE method_id = $1', [
      there.bank.id,
    ]);
    const ids = { lineId: line?.id ?? '', paymentId: payment?.id ?? '' };
    await expect(confirmLine({ actor: operator, ...ids })).rejects.toMatchObject({ code: 'not_found' });
    await expect(confirmLine({ actor: staff('support'), ...ids })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      importStatement({ actor: staff('customer'), methodId: here.bank.id, file: csv([row('1')]), mapping }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await ignoreLine({ actor: operator, lineId: ids.lineId });
    await expect(ignoreLine({ actor: operator, lineId: ids.lineId })).rejects.toMatchObject({
      code: 'line_decided',
    });
  });

  it('of 10,000 rows is read and matched in under ten seconds', async () => {
    const office = await makeOffice();
    await makeOrder(office, {}, '65000');
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      row(`${index + 1},37`, `Плательщик ${index}`, `№ ${index}`),
    );
    const started = performance.now();
    const read = await take(office, [...rows, row('65000')]);
    expect(read.added).toBe(10_001);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await lineCounts(operator, office.bank.id)).toMatchObject({ sure: 1, unmatched: 10_000 });
  });
});
