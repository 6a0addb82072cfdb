import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { closeDatabase, query } from '@/lib/db';
import { staff, type TestOffice } from '@/lib/exchange/testing/office';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { bookPayment } from '@/lib/payments/book-payment';
import { directPage, readDirectFilter } from '@/lib/payments/direct/direct-list';
import { createTopUp } from './create-top-up';
import { deskTopUp } from './desk-top-up';
import { started } from './testing/simulated';
import {
  customer,
  lettersOf,
  makeTopUpOffice,
  paymentFor,
  purseOf,
  theTopUp,
  wishOf,
} from './testing/top-up-office';
import { topUpPage } from './top-up-page';

afterAll(closeDatabase);

const operator = staff('operator');
let ann: UserActor;
let office: TestOffice;

async function open(by: 'simulator' | 'direct'): Promise<void> {
  office = await makeTopUpOffice(by);
  ann = await customer();
}

const make = (way: 'system' | 'direct', requisites: Record<string, unknown>) =>
  createTopUp({ actor: ann, ...wishOf(office, way, { requisites }) });

/** What a system tells of a payment that came from that account. */
async function paidFrom(topUpId: string, account: string): Promise<string> {
  const { id: paymentId } = await paymentFor(topUpId);
  const settled = { outcome: 'settled', amount: '1000.00', asset: 'RUB', payer: { account } } as const;
  return applyPaymentAnswer({ paymentId, answer: settled, source: 'poll' });
}

describe('what a customer tops up from', () => {
  beforeEach(() => open('direct'));

  it('is asked where the method asks it of an exchange, and checked as there', async () => {
    const page = await topUpPage(ann, 'RUB');
    const way = page.chosen?.ways.find(({ methodCode }) => methodCode === office.bank.code);
    expect(way?.fields.map(({ side, key }) => `${side}.${key}`)).toEqual(['give.card']);
    for (const [requisites, fields] of [
      [{}, { 'give.card': { key: 'required' } }],
      [{ card: '4111 1111 1111 1112' }, { 'give.card': { key: 'cardChecksum' } }],
      [{ card: '4111111111111111', iban: 'x' }, { 'give.iban': { key: 'unknown' } }],
      [{ card: { $ne: 1 } }, { 'give.card': { key: 'badCharacters' } }],
    ] as const)
      await expect(make('direct', requisites)).rejects.toMatchObject({ code: 'invalid_input', fields });
    const wish = wishOf(office, 'direct', { requisites: { card: '4111111111111111' } });
    await createTopUp({ actor: ann, ...wish });
    await expect(
      createTopUp({ actor: ann, ...wish, requisites: { card: '5555555555554444' } }),
    ).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  it('is shown to whoever looks for the money', async () => {
    const { topUpId } = await make('direct', { card: '4111 1111 1111 1111' });
    const { rows } = await directPage({
      actor: operator,
      filter: readDirectFilter({ view: 'all', q: topUpId }),
    });
    const [shown = ''] = rows[0]?.requisites ?? [];
    expect(shown).toContain('1111');
    expect((await deskTopUp(operator, topUpId)).payments).toMatchObject([{ payer: shown }]);
  });
});

describe('a top-up by a system that tells who paid', () => {
  beforeEach(() => open('simulator'));

  it('tells the system what the customer pays from', async () => {
    const topUpId = await started(office, ann);
    const { id } = await paymentFor(topUpId);
    const asked = await query(
      `SELECT asked->>'payerAccount' AS account FROM simulator_operations WHERE our_id = $1`,
      [id],
    );
    expect(asked).toEqual([{ account: '4111111111111111' }]);
  });

  it('is credited whoever paid, unless the office wants it to be the one who was named', async () => {
    const free = await started(office, ann);
    expect(await paidFrom(free, '5555555555554444')).toBe('paid');
    await query('UPDATE payment_methods SET payer_must_match = true WHERE id = $1', [office.bank.id]);
    const own = await started(office, ann);
    expect(await paidFrom(own, '411111******1111')).toBe('paid');
    const foreign = await started(office, ann);
    for (let time = 0; time < 2; time += 1)
      expect(await paidFrom(foreign, '5555555555554444')).toBe('mismatch');
    expect(await theTopUp(foreign)).toMatchObject({ status: 'waiting', creditedUnits: null });
    expect(await purseOf(ann)).toBe(200_000n);
    expect((await lettersOf(ann)).filter((code) => code === 'top_up_to_check')).toHaveLength(1);
    const { id: paymentId } = await paymentFor(foreign);
    await bookPayment({ actor: operator, paymentId, amount: '1000', reference: 'a friend’s card, asked' });
    expect(await purseOf(ann)).toBe(300_000n);
  });
});
