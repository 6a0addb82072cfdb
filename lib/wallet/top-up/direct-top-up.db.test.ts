import { describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { movedBy } from '@/lib/exchange/testing/traces';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { directCounts, directPage, readDirectFilter } from '@/lib/payments/direct/direct-list';
import { refuseDirectPayment } from '@/lib/payments/direct/refuse-direct-payment';
import { confirmLine } from '@/lib/payments/statements/decide-line';
import { linePage } from '@/lib/payments/statements/statement-queries';
import { cancelTopUp } from './cancel-top-up';
import { claimTopUp } from './claim-top-up';
import { createTopUp } from './create-top-up';
import { expireTopUps } from './expire-top-ups';
import { startTopUp } from './start-top-up';
import { expectCleanBooks, topUpScene } from './testing/scene';
import {
  bankLine,
  customer,
  lettersOf,
  paymentFor,
  purseOf,
  theTopUp,
  wishOf,
} from './testing/top-up-office';

const operator = staff('operator');
const at = topUpScene('direct');

async function made(amount = '1000', actor = at.ann): Promise<string> {
  return (await createTopUp({ actor, ...wishOf(at.office, 'direct', { amount }) })).topUpId;
}

const said = { payer: 'Ann Smith', reference: '4711', comment: 'from my other card' };

async function claimed(amount = '1000'): Promise<{ topUpId: string; paymentId: string }> {
  const topUpId = await made(amount);
  await claimTopUp({ actor: at.ann, topUpId, ...said });
  return { topUpId, paymentId: (await paymentFor(topUpId)).id };
}

describe('a direct top-up', () => {
  it('shows the office’s details, stands at the desk with its customer, and the tick credits it', async () => {
    await at.open({ feeBps: 100 });
    const { topUpId, paymentId } = await claimed();
    expect((await theTopUp(topUpId)).payTo).toMatchObject([{ value: `${at.office.bank.code}-1` }]);
    const { rows } = await directPage({ actor: operator, filter: readDirectFilter({ q: topUpId }) });
    expect(rows).toMatchObject([
      {
        id: paymentId,
        status: 'claimed',
        subjectKind: 'topup',
        subjectId: topUpId,
        email: at.ann.email,
        customer: at.ann.name,
        claim: { payer: 'Ann Smith', reference: '4711' },
      },
    ]);
    expect((await directCounts(operator)).waiting).toBeGreaterThan(0);
    await confirmDirectPayment({ actor: operator, paymentId, amount: '1 000,00' });
    expect(await theTopUp(topUpId)).toMatchObject({
      status: 'credited',
      creditedUnits: 99_000n,
      decidedBy: operator.name,
    });
    expect(await movedBy(topUpId)).toEqual({
      'reserve RUB': 100_000n,
      'income_fee RUB': -1_000n,
      'wallet RUB': -99_000n,
    });
    expect(await lettersOf(at.ann)).toEqual(['top_up_to_check', 'wallet_topped_up']);
    await expectCleanBooks();
  });

  it('is credited with what the operator saw, were it less or more', async () => {
    const less = await claimed('1000');
    await confirmDirectPayment({ actor: operator, paymentId: less.paymentId, amount: '900' });
    const more = await claimed('1000');
    await confirmDirectPayment({ actor: operator, paymentId: more.paymentId, amount: '1100.50' });
    expect(await purseOf(at.ann)).toBe(200_050n);
    await expectCleanBooks();
  });

  it('is declined by the cross, with the reason in a letter, and decided once', async () => {
    const { topUpId, paymentId } = await claimed();
    await refuseDirectPayment({ actor: operator, paymentId, reason: 'Nothing came.' });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'declined', reason: 'Nothing came.' });
    expect(await lettersOf(at.ann)).toEqual(['top_up_to_check', 'top_up_declined']);
    await expect(confirmDirectPayment({ actor: operator, paymentId, amount: '1000' })).rejects.toMatchObject({
      code: 'payment_decided',
    });
    await expect(claimTopUp({ actor: at.ann, topUpId, ...said })).rejects.toMatchObject({
      code: 'top_up_moved',
      params: { status: 'declined' },
    });
    for (let round = 0; round < 5; round += 1) {
      const before = await purseOf(at.ann);
      const one = await claimed();
      const results = await Promise.allSettled([
        confirmDirectPayment({ actor: operator, paymentId: one.paymentId, amount: '1000' }),
        confirmDirectPayment({ actor: staff('admin'), paymentId: one.paymentId, amount: '1000' }),
        refuseDirectPayment({ actor: operator, paymentId: one.paymentId, reason: 'no' }),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { status } = await theTopUp(one.topUpId);
      expect(await purseOf(at.ann)).toBe(status === 'credited' ? before + 100_000n : before);
    }
    await expectCleanBooks();
  });

  it('is claimed once, however often it is pressed; the office hears of it once', async () => {
    const topUpId = await made();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => claimTopUp({ actor: at.ann, topUpId, ...said })),
    );
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
    expect(await lettersOf(at.ann)).toEqual(['top_up_to_check']);
    await expect(cancelTopUp({ actor: at.ann, topUpId })).rejects.toMatchObject({ code: 'top_up_moved' });
    shiftClock(48 * 3_600_000);
    expect(await expireTopUps()).toBe(0);
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'claimed' });
  });

  it('that expired or was given up is claimed late, and credited by the tick; also without a claim', async () => {
    const expired = await made();
    shiftClock(25 * 3_600_000);
    expect(await expireTopUps()).toBe(1);
    await claimTopUp({ actor: at.ann, topUpId: expired, ...said });
    const canceled = await made('500');
    await cancelTopUp({ actor: at.ann, topUpId: canceled });
    for (const [topUpId, amount] of [
      [expired, '1000'],
      [canceled, '500'],
    ] as const)
      await confirmDirectPayment({ actor: operator, paymentId: (await paymentFor(topUpId)).id, amount });
    expect(await purseOf(at.ann)).toBe(150_000n);
    await expectCleanBooks();
  });

  it('asks each customer for another amount, and its fee is of that', async () => {
    await at.open({ feeBps: 1000 });
    await query('UPDATE payment_methods SET unique_amounts = true WHERE id = $1', [at.office.bank.id]);
    const people = await Promise.all(Array.from({ length: 6 }, customer));
    const made = await Promise.all(
      people.map((actor) => createTopUp({ actor, ...wishOf(at.office, 'direct', { amount: '1000' }) })),
    );
    const rows = await Promise.all(made.map(({ topUpId }) => theTopUp(topUpId)));
    expect(rows.map(({ amountUnits }) => amountUnits).sort()).toEqual(
      Array.from({ length: 6 }, (_, added) => 100_000n + BigInt(added)),
    );
    for (const { id, amountUnits, feeUnits } of rows) {
      expect((await paymentFor(id)).amountUnits).toBe(amountUnits);
      expect(feeUnits).toBe((amountUnits + 9n) / 10n);
    }
  });

  it('is the money of a bank statement’s line by its number, and credited with the line’s amount', async () => {
    const topUpId = await made('1234.56');
    const lineId = await bankLine(at.office, 123_456n, `top up ${topUpId}`);
    const { rows } = await linePage({ actor: operator, methodId: at.office.bank.id, state: 'sure' });
    expect(rows).toMatchObject([
      { id: lineId, candidates: [{ subjectKind: 'topup', subjectId: topUpId, email: at.ann.email }] },
    ]);
    await confirmLine({ actor: operator, lineId, paymentId: (await paymentFor(topUpId)).id });
    expect(await purseOf(at.ann)).toBe(123_456n);
    await expect(
      confirmLine({ actor: operator, lineId, paymentId: (await paymentFor(topUpId)).id }),
    ).rejects.toMatchObject({ code: 'line_decided' });
    await expectCleanBooks();
  });

  it('wants what the method wants, and a receipt that is one', async () => {
    await query(
      'UPDATE payment_methods SET reference_required = true, receipt_required = true WHERE id = $1',
      [at.office.bank.id],
    );
    const topUpId = await made();
    const claim = { actor: at.ann, topUpId, payer: 'Ann', comment: '' };
    await expect(claimTopUp({ ...claim, reference: '' })).rejects.toMatchObject({
      fields: { reference: { key: 'required' }, receipt: { key: 'required' } },
    });
    const receipt = { bytes: Buffer.from('<script>'), name: 'a.png' };
    await expect(claimTopUp({ ...claim, reference: '1', receipt })).rejects.toMatchObject({
      fields: { receipt: { key: 'fileType' } },
    });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'waiting', receiptFileId: null });
  });

  it('is another’s to neither claim nor start, and a direct one is not started at all', async () => {
    const topUpId = await made();
    const eve = await customer();
    await expect(claimTopUp({ actor: eve, topUpId, ...said })).rejects.toMatchObject({ code: 'not_found' });
    await expect(startTopUp({ actor: at.ann, topUpId, locale: 'en', ip: '192.0.2.1' })).rejects.toMatchObject(
      {
        code: 'top_up_moved',
      },
    );
    for (const actor of [staff('support'), staff('cashier'), eve])
      await expect(
        confirmDirectPayment({ actor, paymentId: (await paymentFor(topUpId)).id, amount: '1' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await purseOf(at.ann)).toBe(0n);
  });
});
