import { describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { guest } from '@/lib/exchange/testing/orders';
import { movedBy } from '@/lib/exchange/testing/traces';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
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
import { ownWithdrawals, withdrawalVersion, withdrawalView } from './withdrawal-queries';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

const fee = { bps: 150, units: 1_000n };

keepBooksInOrder();

describe('a withdrawal by a connected system', () => {
  it('holds amount and fee, is paid by the queue, takes both holds and tells the customer', async () => {
    const office = await makeWithdrawalOffice({ by: 'system', feeBps: fee.bps, feeUnits: fee.units });
    const actor = await customerWith(1_000_000n);
    const { id } = await withdraw(office, actor, '5000', fee);
    expect(await purse(actor)).toEqual({ balance: 1_000_000n, held: 508_500n });
    const payout = await payoutFor(id);
    expect(payout).toMatchObject({ status: 'queued', systemCode: 'paying', requestedBy: actor.userId });
    paying.send = () => ({ outcome: 'settled', reference: 'tx-7', fee: '1.00' });
    await sendPayout(payout.id);
    expect(await theWithdrawal(id)).toMatchObject({ status: 'paid', reference: 'tx-7', feeUnits: 8_500n });
    expect(await purse(actor)).toEqual({ balance: 491_500n, held: 0n });
    expect(await movedBy(id)).toEqual({
      'wallet RUB': 508_500n,
      'income_fee RUB': -8_500n,
      'reserve RUB': -500_100n,
      'system_cost RUB': 100n,
    });
    const [record] = await query<Record<string, unknown>>(
      `SELECT kind, amount_units, balance_after_units, details FROM wallet_records WHERE subject = $1`,
      [id],
    );
    expect(record).toMatchObject({
      kind: 'withdrawal',
      amount_units: -508_500n,
      balance_after_units: 491_500n,
      details: { method: office.bank.code, fee: '85.00' },
    });
    expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_paid']);
    expect(await withdrawalView(actor, id)).toMatchObject({
      stage: 'paid',
      total: '5085.00',
      reference: 'tx-7',
    });
  });

  it('that is refused gives the money back and says that it was the system, not in its words', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    paying.send = () => ({ outcome: 'refused', reason: 'merchant balance 12.00 too low' });
    await sendPayout((await payoutFor(id)).id);
    expect(await theWithdrawal(id)).toMatchObject({ status: 'canceled', reason: 'system_refused' });
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 0n });
    expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_canceled']);
    const view = await withdrawalView(actor, id);
    expect(view).toMatchObject({ stage: 'canceled', reason: { code: 'system_refused' }, cancelable: false });
    expect(JSON.stringify(view)).not.toContain('merchant');
  });

  it('whose outcome nobody knows stays, alarms once, and is never sent again', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    const payout = await payoutFor(id);
    paying.send = () => ({ outcome: 'unknown', reason: 'no answer' });
    await sendPayout(payout.id);
    await sendPayout(payout.id);
    paying.check = () => ({ outcome: 'unknown', reason: 'still none' });
    await checkPayout({ payoutId: payout.id, source: 'poll' });
    expect(paying.sent).toEqual([payout.id]);
    expect(await theWithdrawal(id)).toMatchObject({ status: 'in_progress' });
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 50_000n });
    expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_to_pay']);
    await expect(cancelWithdrawal({ actor, withdrawalId: id })).rejects.toMatchObject({
      code: 'withdrawal_moved',
    });
    expect((await withdrawalView(actor, id)).stage).toBe('checking');
    paying.check = () => ({ outcome: 'settled', reference: 'late' });
    await checkPayout({ payoutId: payout.id, source: 'poll' });
    expect(await theWithdrawal(id)).toMatchObject({ status: 'paid', reference: 'late' });
    // A system that then denies what it said moves nothing: people are told.
    const denial = { outcome: 'refused', reason: 'not after all' } as const;
    expect(await applyPayoutAnswer({ payoutId: payout.id, answer: denial, source: 'callback' })).toBe(
      'contradicted',
    );
    expect(await theWithdrawal(id)).toMatchObject({ status: 'paid' });
    expect((await lettersAbout(id)).filter((code) => code === 'withdrawal_to_pay')).toHaveLength(2);
  });

  it('waits for the limits and switches of payouts like every other', async () => {
    const office = await makeWithdrawalOffice({ by: 'system', payoutMax: 60_000n, payoutDay: 100_000n });
    const actor = await customerWith(500_000n);
    const [large, first, second] = [
      await withdraw(office, actor, '700'),
      await withdraw(office, actor, '600'),
      await withdraw(office, actor, '500'),
    ];
    for (const { id } of [large, first, second]) await sendPayout((await payoutFor(id)).id);
    expect(await payoutFor(large.id)).toMatchObject({ status: 'queued', waitsFor: 'payment_limit' });
    expect(await payoutFor(first.id)).toMatchObject({ status: 'settled' });
    expect(await payoutFor(second.id)).toMatchObject({ status: 'queued', waitsFor: 'day_limit' });
    await query('UPDATE payment_methods SET payouts_stopped = true, payout_day_units = NULL WHERE id = $1', [
      office.bank.id,
    ]);
    await sendPayout((await payoutFor(second.id)).id);
    expect(await payoutFor(second.id)).toMatchObject({ status: 'queued', waitsFor: 'method_stopped' });
    expect(paying.sent).toHaveLength(1);
  });
});

describe('taking a withdrawal back', () => {
  it('frees the money while nothing was sent; a second time changes nothing more', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    expect(await withdrawalView(actor, id)).toMatchObject({ stage: 'queued', cancelable: true });
    await cancelWithdrawal({ actor, withdrawalId: id });
    await cancelWithdrawal({ actor, withdrawalId: id });
    expect(await theWithdrawal(id)).toMatchObject({ status: 'canceled', reason: 'taken_back' });
    expect(await payoutFor(id)).toMatchObject({ status: 'canceled', reason: 'taken_back' });
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 0n });
    expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_canceled']);
    await sendPayout((await payoutFor(id)).id);
    expect(paying.sent).toEqual([]);
  });

  it('against sending it at the same moment: one of both happens, never both', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    for (let round = 0; round < 12; round += 1) {
      resetPaying();
      const actor = await customerWith(50_000n);
      const { id } = await withdraw(office, actor, '500');
      const payout = await payoutFor(id);
      const back = () => cancelWithdrawal({ actor, withdrawalId: id });
      const send = () => sendPayout(payout.id);
      const both = round % 2 === 0 ? [back(), send()] : [send(), back()];
      await Promise.allSettled(both);
      const { status } = await theWithdrawal(id);
      expect(paying.sent).toEqual(status === 'paid' ? [payout.id] : []);
      expect(['paid', 'canceled']).toContain(status);
      expect(await purse(actor)).toEqual({ balance: status === 'paid' ? 0n : 50_000n, held: 0n });
    }
  });

  it('is for its owner only: to others it does not exist', async () => {
    const office = await makeWithdrawalOffice();
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    const other = await customerWith(0n);
    await expect(cancelWithdrawal({ actor: other, withdrawalId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(withdrawalView(other, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawalVersion(other, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(cancelWithdrawal({ actor: guest(), withdrawalId: id })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    expect((await ownWithdrawals({ actor: other })).rows).toEqual([]);
    expect((await ownWithdrawals({ actor })).rows).toMatchObject([{ id, stage: 'hand' }]);
    expect((await theWithdrawal(id)).status).toBe('in_progress');
  });
});
