import { describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { cancelPayout } from '@/lib/payments/payouts/cancel-payout';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { readPayoutFilter } from '@/lib/payments/payouts/payout-filter';
import { payoutPage } from '@/lib/payments/payouts/payout-list';
import { pollPayouts } from '@/lib/payments/payouts/poll-payouts';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { refuseByHand, settleByHand } from '@/lib/payments/payouts/settle-by-hand';
import { stopPayouts } from '@/lib/payments/payouts/stop-payouts';
import { payByHand, putPayoutBack, takePayout } from '@/lib/payments/payouts/take-payout';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';
import { cancelWithdrawal } from './cancel-withdrawal';
import {
  customerWith,
  keepBooksInOrder,
  lettersAbout,
  makeWithdrawalOffice,
  payoutFor,
  purse,
  theWithdrawal,
  withdraw,
} from './testing/payer';
import { withdrawalView } from './withdrawal-queries';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

const operator = staff('operator');
const refused = (code: string) => ({ code });

keepBooksInOrder();

/** A withdrawal of 500 roubles that an operator has to pay. */
async function byHand() {
  const office = await makeWithdrawalOffice();
  const actor = await customerWith(100_000n);
  const { id } = await withdraw(office, actor, '500');
  return { office, actor, id, payoutId: (await payoutFor(id)).id };
}

describe('a withdrawal by a method without a system', () => {
  it('waits at the desk, is taken, paid with a reference, and told', async () => {
    const { office, actor, id, payoutId } = await byHand();
    expect(await payoutFor(id)).toMatchObject({ status: 'queued', systemCode: 'hand', nextTryAt: null });
    const { rows } = await payoutPage({
      actor: operator,
      filter: readPayoutFilter({ view: 'hand', method: office.bank.id }),
    });
    expect(rows).toMatchObject([
      {
        id: payoutId,
        byHand: true,
        amount: '500.00',
        destination: [{ titles: { en: 'Card' }, value: '4111111111111111' }],
        withdrawal: { customer: actor.name },
      },
    ]);
    await takePayout({ actor: operator, payoutId });
    expect(await withdrawalView(actor, id)).toMatchObject({ stage: 'sending', cancelable: false });
    await expect(cancelWithdrawal({ actor, withdrawalId: id })).rejects.toMatchObject(
      refused('withdrawal_moved'),
    );
    await settleByHand({ actor: operator, payoutId, reference: ' 8812-4411 ' });
    expect(await theWithdrawal(id)).toMatchObject({ status: 'paid', reference: '8812-4411' });
    expect(await payoutFor(id)).toMatchObject({ status: 'settled', decidedBy: operator.name });
    expect(await purse(actor)).toEqual({ balance: 50_000n, held: 0n });
    expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_to_pay', 'withdrawal_paid']);
    const actions = await query<{ action: string }>(
      'SELECT action FROM audit_records WHERE subject = $1 ORDER BY at',
      [payoutId],
    );
    expect(actions.map(({ action }) => action)).toEqual(['payout.take', 'payout.paid_by_hand']);
  });

  it('wants a reference to be paid and a reason to be refused', async () => {
    const { id, payoutId } = await byHand();
    await takePayout({ actor: operator, payoutId });
    await expect(settleByHand({ actor: operator, payoutId, reference: '  ' })).rejects.toMatchObject({
      fields: { reference: { key: 'required' } },
    });
    await expect(refuseByHand({ actor: operator, payoutId, reason: '' })).rejects.toMatchObject({
      fields: { reason: { key: 'required' } },
    });
    expect((await theWithdrawal(id)).status).toBe('in_progress');
  });

  it.each(['taken', 'waiting'] as const)(
    'refused while %s gives the money back, with the words',
    async (state) => {
      const { actor, id, payoutId } = await byHand();
      const reason = 'The card belongs to another person';
      if (state === 'taken') {
        await takePayout({ actor: operator, payoutId });
        await refuseByHand({ actor: operator, payoutId, reason });
      } else await cancelPayout({ actor: operator, payoutId, reason });
      expect(await purse(actor)).toEqual({ balance: 100_000n, held: 0n });
      expect(await withdrawalView(actor, id)).toMatchObject({ stage: 'canceled', reason: { words: reason } });
      expect(await lettersAbout(id)).toContain('withdrawal_canceled');
    },
  );

  it('is taken by one, decided once, and what is put back can be taken back', async () => {
    const { actor, id, payoutId } = await byHand();
    await expect(settleByHand({ actor: operator, payoutId, reference: 'x' })).rejects.toMatchObject(
      refused('payout_moved'),
    );
    const both = await Promise.allSettled([
      takePayout({ actor: operator, payoutId }),
      takePayout({ actor: staff('operator'), payoutId }),
      takePayout({ actor: staff('admin'), payoutId }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { facts } = await payoutFor(id);
    await expect(putPayoutBack({ actor: staff('operator'), payoutId })).rejects.toMatchObject(
      refused('forbidden'),
    );
    await putPayoutBack({ actor: { ...operator, userId: facts.takenById ?? '' }, payoutId });
    expect(await payoutFor(id)).toMatchObject({ status: 'queued', sentAt: null, facts: {} });
    await cancelWithdrawal({ actor, withdrawalId: id });
    await expect(takePayout({ actor: operator, payoutId })).rejects.toMatchObject(refused('payout_moved'));
    await expect(settleByHand({ actor: operator, payoutId, reference: 'x' })).rejects.toMatchObject(
      refused('payout_moved'),
    );
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 0n });
  });

  it('that one has gone to pay is neither refused nor settled by a colleague', async () => {
    const { actor, id, payoutId } = await byHand();
    await takePayout({ actor: operator, payoutId });
    const colleague = staff('operator');
    await expect(refuseByHand({ actor: colleague, payoutId, reason: 'no' })).rejects.toMatchObject(
      refused('forbidden'),
    );
    await expect(settleByHand({ actor: colleague, payoutId, reference: 'x' })).rejects.toMatchObject(
      refused('forbidden'),
    );
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 50_000n });
    const told = async (reader: typeof operator) =>
      (await payoutPage({ actor: reader, filter: readPayoutFilter({ q: payoutId }) })).rows[0]?.tellsOfTaken;
    expect([await told(operator), await told(colleague), await told(staff('admin'))]).toEqual([
      true,
      false,
      true,
    ]);
    await settleByHand({ actor: operator, payoutId, reference: 'x' });
    expect((await theWithdrawal(id)).status).toBe('paid');
  });

  it('is no work of whoever asked for it, however small it is', async () => {
    const { actor, id, payoutId } = await byHand();
    const himself = { ...actor, roles: ['operator' as const, 'admin' as const] };
    await expect(takePayout({ actor: himself, payoutId })).rejects.toMatchObject(refused('second_person'));
    await takePayout({ actor: operator, payoutId });
    // He has the money, and would have his balance back as well.
    await expect(refuseByHand({ actor: himself, payoutId, reason: 'no' })).rejects.toMatchObject(
      refused('second_person'),
    );
    expect((await theWithdrawal(id)).status).toBe('in_progress');
  });

  it('settled and refused at the same moment is one of both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { actor, id, payoutId } = await byHand();
      await takePayout({ actor: operator, payoutId });
      const words = await Promise.allSettled([
        settleByHand({ actor: operator, payoutId, reference: 'x' }),
        refuseByHand({ actor: staff('admin'), payoutId, reason: 'no' }),
        settleByHand({ actor: operator, payoutId, reference: 'y' }),
      ]);
      expect(words.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const paid = (await theWithdrawal(id)).status === 'paid';
      expect(await purse(actor)).toEqual({ balance: paid ? 50_000n : 100_000n, held: 0n });
    }
  });

  it('is never sent to a system, nor asked about, whatever the sweep or a switch does', async () => {
    const { office, id, payoutId } = await byHand();
    await query('UPDATE payment_methods SET pay_out_connection_id = $2 WHERE id = $1', [
      office.bank.id,
      office.connectionId,
    ]);
    await stopPayouts({ actor: staff('admin'), methodId: office.bank.id, stopped: true });
    await stopPayouts({ actor: staff('admin'), methodId: office.bank.id, stopped: false });
    await sendPayout(payoutId);
    await takePayout({ actor: operator, payoutId });
    shiftClock(24 * 3_600_000);
    await pollPayouts();
    expect(await checkPayout({ payoutId, source: 'operator' })).toBe('not_sent');
    expect(await payoutFor(id)).toMatchObject({ status: 'sending' });
    expect([paying.sent, paying.checked]).toEqual([[], 0]);
  });

  it('is paid by operators only', async () => {
    const { actor, payoutId } = await byHand();
    for (const who of [actor, staff('support'), staff('accountant'), staff('cashier')]) {
      await expect(takePayout({ actor: who, payoutId })).rejects.toMatchObject(refused('forbidden'));
      await expect(settleByHand({ actor: who, payoutId, reference: 'x' })).rejects.toMatchObject(
        refused('forbidden'),
      );
    }
  });
});

describe('a withdrawal that its system cannot send', () => {
  it('is paid by hand instead, and by no system any more', async () => {
    const office = await makeWithdrawalOffice({ by: 'system', payoutMax: 10_000n });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    const { id: payoutId } = await payoutFor(id);
    await sendPayout(payoutId);
    expect(await payoutFor(id)).toMatchObject({ waitsFor: 'payment_limit' });
    await payByHand({ actor: operator, payoutId });
    await expect(payByHand({ actor: operator, payoutId })).rejects.toMatchObject(refused('payout_moved'));
    await query('UPDATE payment_methods SET payout_max_units = NULL WHERE id = $1', [office.bank.id]);
    await sendPayout(payoutId);
    expect(paying.sent).toEqual([]);
    await takePayout({ actor: operator, payoutId });
    await settleByHand({ actor: operator, payoutId, reference: 'by hand' });
    expect(await theWithdrawal(id)).toMatchObject({ status: 'paid', reference: 'by hand' });
  });

  it('against sending it at the same moment: one of both happens', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    for (let round = 0; round < 8; round += 1) {
      resetPaying();
      const actor = await customerWith(50_000n);
      const { id } = await withdraw(office, actor, '500');
      const { id: payoutId } = await payoutFor(id);
      await Promise.allSettled([payByHand({ actor: operator, payoutId }), sendPayout(payoutId)]);
      const { status, systemCode } = await payoutFor(id);
      expect([status, systemCode, paying.sent.length]).toEqual(
        systemCode === 'hand' ? ['queued', 'hand', 0] : ['settled', 'paying', 1],
      );
    }
  });
});
