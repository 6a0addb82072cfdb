import { describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { refuseDirectPayment } from '@/lib/payments/direct/refuse-direct-payment';
import { confirmLine, confirmSureLines } from '@/lib/payments/statements/decide-line';
import { linePage } from '@/lib/payments/statements/statement-queries';
import { claimTopUp } from './claim-top-up';
import { createTopUp } from './create-top-up';
import { expectCleanBooks, topUpScene } from './testing/scene';
import { bankLine, lettersOf, paymentFor, purseOf, theTopUp, wishOf } from './testing/top-up-office';

const operator = staff('operator');
const at = topUpScene('direct');

async function claimed(): Promise<{ topUpId: string; paymentId: string }> {
  const { topUpId } = await createTopUp({ actor: at.ann, ...wishOf(at.office, 'direct') });
  await claimTopUp({ actor: at.ann, topUpId, payer: 'Ann', reference: '', comment: '' });
  return { topUpId, paymentId: (await paymentFor(topUpId)).id };
}

async function crossed() {
  const made = await claimed();
  await refuseDirectPayment({ actor: operator, paymentId: made.paymentId, reason: 'Nothing came.' });
  return made;
}

describe('money of a direct top-up that was crossed out', () => {
  it('is credited when it comes after all, by somebody who says so, once; who had crossed it out is kept', async () => {
    const { topUpId, paymentId } = await crossed();
    const tick = { paymentId, amount: '900' };
    // From a page that was drawn before the cross.
    await expect(confirmDirectPayment({ actor: operator, ...tick })).rejects.toMatchObject({
      code: 'payment_decided',
    });
    await confirmDirectPayment({ actor: staff('admin', 'Second'), ...tick, afterCross: 'on' });
    await expect(confirmDirectPayment({ actor: operator, ...tick, afterCross: 'on' })).rejects.toMatchObject({
      code: 'payment_decided',
    });
    expect(await theTopUp(topUpId)).toMatchObject({
      status: 'credited',
      creditedUnits: 90_000n,
      reason: null,
    });
    expect(await purseOf(at.ann)).toBe(90_000n);
    expect(await lettersOf(at.ann)).toEqual(['top_up_to_check', 'top_up_declined', 'wallet_topped_up']);
    const [kept] = await query(
      `SELECT before, after FROM audit_records WHERE action = 'payment.after_cross' AND subject = $1`,
      [paymentId],
    );
    expect(kept).toMatchObject({
      before: { status: 'refused', reason: 'Nothing came.', by: operator.name },
      after: { status: 'paid', amount: '900.00', asset: 'RUB' },
    });
    await expectCleanBooks();
  });

  it('is found in the bank’s statement, as doubtful, and never by the click for all', async () => {
    const { topUpId, paymentId } = await crossed();
    const lineId = await bankLine(at.office, 100_000n, `top up ${topUpId}`);
    const { rows } = await linePage({ actor: operator, methodId: at.office.bank.id, state: 'doubtful' });
    expect(rows).toMatchObject([{ id: lineId, candidates: [{ paymentId, givenUp: true }] }]);
    expect(await confirmSureLines({ actor: operator, methodId: at.office.bank.id })).toEqual([]);
    await confirmLine({ actor: operator, lineId, paymentId });
    expect(await purseOf(at.ann)).toBe(100_000n);
  });

  it('that a line was sure of before the cross is left to a person by the click for all', async () => {
    const { topUpId, paymentId } = await claimed();
    const lineId = await bankLine(at.office, 100_000n, `top up ${topUpId}`);
    await refuseDirectPayment({ actor: operator, paymentId, reason: 'Fraud.' });
    expect(await confirmSureLines({ actor: operator, methodId: at.office.bank.id })).toEqual([
      { lineId, ok: false, code: 'payment_decided' },
    ]);
    expect(await purseOf(at.ann)).toBe(0n);
  });
});
