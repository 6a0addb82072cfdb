import { describe, expect, it } from 'vitest';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { bookPayment } from '@/lib/payments/book-payment';
import { cancelTopUp } from './cancel-top-up';
import { checkTopUp } from './check-top-up';
import { expireTopUps } from './expire-top-ups';
import { expectCleanBooks, topUpScene } from './testing/scene';
import { callback, press, start, started } from './testing/simulated';
import { customer, lettersOf, paymentFor, purseOf, theTopUp } from './testing/top-up-office';
import { ownTopUpOfPayment } from './top-up-of-payment';

const at = topUpScene('simulator');

describe('a top-up by a system, where something goes wrong,', () => {
  it('that was declined at the system is paid by a new payment; money of both is credited', async () => {
    const topUpId = await started(at.office, at.ann);
    const first = await paymentFor(topUpId);
    await press(topUpId, 'decline');
    await checkTopUp({ actor: at.ann, topUpId });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'waiting' });
    expect(await paymentFor(topUpId)).toMatchObject({ id: first.id, status: 'refused' });
    await start(at.ann, topUpId);
    const second = await paymentFor(topUpId);
    expect(second.id).not.toBe(first.id);
    await callback(at.office, topUpId);
    await applyPaymentAnswer({
      paymentId: first.id,
      answer: { outcome: 'settled', amount: '1000.00', asset: 'RUB', externalId: first.externalId ?? '' },
      source: 'poll',
    });
    expect(await theTopUp(topUpId)).toMatchObject({ creditedUnits: 200_000n });
    expect(await purseOf(at.ann)).toBe(200_000n);
    await expectCleanBooks();
  });

  it('is not credited by a forged signature, another asset, or another customer’s payment', async () => {
    const topUpId = await started(at.office, at.ann);
    await callback(at.office, topUpId, {}, 'another secret');
    await callback(at.office, topUpId, { asset: 'USD' });
    await callback(at.office, topUpId, { shop: 'another' });
    await callback(at.office, topUpId, { paymentId: 'pay_0000000000000000' });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'waiting', creditedUnits: null });
    expect(await purseOf(at.ann)).toBe(0n);
  });

  it('of which a system tells more after it was credited stays, and the office is told once; an operator books', async () => {
    const topUpId = await started(at.office, at.ann);
    await callback(at.office, topUpId);
    const { id: paymentId, externalId } = await paymentFor(topUpId);
    for (let time = 0; time < 3; time += 1)
      expect(
        await applyPaymentAnswer({
          paymentId,
          answer: { outcome: 'settled', amount: '1500.00', asset: 'RUB', externalId: externalId ?? '' },
          source: 'poll',
        }),
      ).toBe('mismatch');
    expect(await purseOf(at.ann)).toBe(100_000n);
    expect((await lettersOf(at.ann)).sort()).toEqual(['top_up_to_check', 'wallet_topped_up']);
    await expect(
      bookPayment({ actor: staff('operator'), paymentId, amount: '1500', reference: 'x' }),
    ).rejects.toMatchObject({ code: 'payment_decided' });

    const other = await started(at.office, at.ann);
    const { id } = await paymentFor(other);
    await bookPayment({
      actor: staff('operator'),
      paymentId: id,
      amount: '999,50',
      reference: 'seen in the cabinet',
    });
    expect(await theTopUp(other)).toMatchObject({ status: 'credited', creditedUnits: 99_950n });
    await expectCleanBooks();
  });

  it('is its customer’s alone: nobody else starts, gives up, asks or finds it', async () => {
    const topUpId = await started(at.office, at.ann);
    const eve = await customer();
    const { id: paymentId } = await paymentFor(topUpId);
    for (const refused of [
      () => start(eve, topUpId),
      () => cancelTopUp({ actor: eve, topUpId }),
      () => checkTopUp({ actor: eve, topUpId }),
      () => cancelTopUp({ actor: at.ann, topUpId: 'top_0000000000000000' }),
      () => cancelTopUp({ actor: at.ann, topUpId: `${topUpId}'--` }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'not_found' });
    expect(await ownTopUpOfPayment({ paymentId, actor: eve })).toBeNull();
    expect(await ownTopUpOfPayment({ paymentId, actor: at.ann })).toBe(topUpId);
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'waiting' });
  });

  it('expires, is paid and is given up at the same moment with one end, and the money counted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await purseOf(at.ann);
      const topUpId = await started(at.office, at.ann);
      await query('UPDATE top_ups SET expires_at = $2 WHERE id = $1', [topUpId, now()]);
      await Promise.allSettled([
        callback(at.office, topUpId),
        expireTopUps(),
        cancelTopUp({ actor: at.ann, topUpId }),
      ]);
      expect(await theTopUp(topUpId)).toMatchObject({ status: 'credited' });
      expect(await purseOf(at.ann)).toBe(before + 100_000n);
    }
    await expectCleanBooks();
  });
});
