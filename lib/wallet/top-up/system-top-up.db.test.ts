import { describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { movedBy } from '@/lib/exchange/testing/traces';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { cancelTopUp } from './cancel-top-up';
import { checkTopUp } from './check-top-up';
import { createTopUp } from './create-top-up';
import { expireTopUps } from './expire-top-ups';
import { expectCleanBooks, topUpScene } from './testing/scene';
import { callback, press, start, started } from './testing/simulated';
import { lettersOf, openWallets, paymentFor, purseOf, theTopUp, wishOf } from './testing/top-up-office';

const at = topUpScene('simulator');

describe('a top-up by a system', () => {
  it('is credited by its callback with nobody, with a line in the history and a letter', async () => {
    const topUpId = await started(at.office, at.ann);
    expect(await callback(at.office, topUpId)).toBe(200);
    expect(await theTopUp(topUpId)).toMatchObject({
      status: 'credited',
      creditedUnits: 100_000n,
      feeUnits: 0n,
    });
    expect(await purseOf(at.ann)).toBe(100_000n);
    expect(await movedBy(topUpId)).toEqual({ 'reserve RUB': 100_000n, 'wallet RUB': -100_000n });
    expect(
      await query('SELECT kind, amount_units, details FROM wallet_records WHERE subject = $1', [topUpId]),
    ).toEqual([{ kind: 'top_up', amount_units: 100_000n, details: { method: at.office.bank.code } }]);
    expect(await lettersOf(at.ann)).toEqual(['wallet_topped_up']);
    await expectCleanBooks();
  });

  it('is credited once by ten callbacks, a poll and the customer’s return at the same moment', async () => {
    const topUpId = await started(at.office, at.ann);
    await press(topUpId, 'pay');
    const { id: paymentId } = await paymentFor(topUpId);
    await Promise.all([
      ...Array.from({ length: 10 }, () => callback(at.office, topUpId)),
      checkPaymentNow({ paymentId }),
      checkTopUp({ actor: at.ann, topUpId }),
    ]);
    expect(await purseOf(at.ann)).toBe(100_000n);
    expect(await lettersOf(at.ann)).toEqual(['wallet_topped_up']);
    await expectCleanBooks();
  });

  it.each([
    ['less', 60_000n],
    ['more', 120_000n],
    ['other_account', 100_000n],
  ] as const)('of which %s came is credited with what really came', async (choice, units) => {
    const topUpId = await started(at.office, at.ann);
    await press(topUpId, choice);
    await checkTopUp({ actor: at.ann, topUpId });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'credited', creditedUnits: units });
    expect(await purseOf(at.ann)).toBe(units);
    await expectCleanBooks();
  });

  it('costs the fee of the method as it was when it was made, of what really came, rounded up', async () => {
    await at.open({ feeBps: 150, feeUnits: 1_000n });
    const topUpId = await started(at.office, at.ann, '1000.33');
    // 1.5 % of 1,000.33 is 15.00495, and 10.
    expect(await theTopUp(topUpId)).toMatchObject({ amountUnits: 100_033n, feeUnits: 2_501n });
    await query('UPDATE payment_methods SET top_up_fee_bps = 5000 WHERE id = $1', [at.office.bank.id]);
    await callback(at.office, topUpId, { amount: '600.00', fee: '6.00' });
    expect(await theTopUp(topUpId)).toMatchObject({ feeUnits: 1_900n, creditedUnits: 58_100n });
    expect(await movedBy(topUpId)).toEqual({
      'reserve RUB': 59_400n,
      'system_cost RUB': 600n,
      'income_fee RUB': -1_900n,
      'wallet RUB': -58_100n,
    });
    await expectCleanBooks();
  });

  it('of less than its fixed fee keeps what came as the fee, and nothing falls below zero', async () => {
    await at.open({ feeUnits: 5_000n });
    const topUpId = await started(at.office, at.ann);
    await callback(at.office, topUpId, { amount: '30.00' });
    expect(await theTopUp(topUpId)).toMatchObject({
      status: 'credited',
      feeUnits: 3_000n,
      creditedUnits: 0n,
    });
    expect([await purseOf(at.ann), await lettersOf(at.ann)]).toEqual([0n, []]);
    await expectCleanBooks();
  });

  it('that has expired or was given up is credited when its money comes after all, once', async () => {
    const expired = await started(at.office, at.ann);
    shiftClock(61 * 60_000);
    expect(await expireTopUps()).toBe(1);
    expect([(await theTopUp(expired)).status, (await paymentFor(expired)).status]).toEqual([
      'expired',
      'canceled',
    ]);
    await Promise.all([callback(at.office, expired), callback(at.office, expired)]);
    expect(await purseOf(at.ann)).toBe(100_000n);
    const canceled = await started(at.office, at.ann, '250');
    await cancelTopUp({ actor: at.ann, topUpId: canceled });
    await cancelTopUp({ actor: at.ann, topUpId: canceled });
    await callback(at.office, canceled, { amount: '250.00' });
    expect(await theTopUp(canceled)).toMatchObject({ status: 'credited', creditedUnits: 25_000n });
    expect(await purseOf(at.ann)).toBe(125_000n);
    await expectCleanBooks();
  });

  it('is credited though wallets, the asset and the method were switched off meanwhile', async () => {
    const topUpId = await started(at.office, at.ann);
    await openWallets({ on: false });
    await query('UPDATE wallet_assets SET enabled = false');
    await query('UPDATE payment_methods SET enabled = false, uses = $2 WHERE id = $1', [
      at.office.bank.id,
      [],
    ]);
    await callback(at.office, topUpId);
    expect(await purseOf(at.ann)).toBe(100_000n);
  });

  it('is started once: a second press leads to the same page, and none is started after its time', async () => {
    const { topUpId } = await createTopUp({ actor: at.ann, ...wishOf(at.office, 'system') });
    const steps = await Promise.all([start(at.ann, topUpId), start(at.ann, topUpId), start(at.ann, topUpId)]);
    expect(new Set(steps.map(({ step }) => (step.kind === 'redirect' ? step.url : step.kind))).size).toBe(1);
    shiftClock(61 * 60_000);
    await expect(start(at.ann, topUpId)).rejects.toMatchObject({
      code: 'top_up_moved',
      params: { status: 'expired' },
    });
  });
});
