import { describe, expect, it, vi } from 'vitest';
import { staff } from '@/lib/exchange/testing/office';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { markPayoutPaid } from '@/lib/payments/payouts/decide-payout';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { settleByHand } from '@/lib/payments/payouts/settle-by-hand';
import { takePayout } from '@/lib/payments/payouts/take-payout';
import { paying } from '@/lib/payments/testing/paying-system';
import { cancelWithdrawal } from './cancel-withdrawal';
import {
  customerWith,
  keepBooksInOrder,
  lettersAbout,
  makeWithdrawalOffice,
  payoutFor,
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

describe('a withdrawal above the limit for two people', () => {
  it.each(['hand', 'system'] as const)(
    'by %s waits, is approved by another one, then goes its way',
    async (by) => {
      const office = await makeWithdrawalOffice({ by, approval: 40_000n });
      const actor = await customerWith(100_000n);
      const { id } = await withdraw(office, actor, '500');
      const { id: payoutId } = await payoutFor(id);
      expect(await payoutFor(id)).toMatchObject({ status: 'awaiting_approval' });
      expect(await lettersAbout(id)).toContain('withdrawal_to_pay');
      await sendPayout(payoutId);
      expect(paying.sent).toEqual([]);
      // The customer is an operator himself: neither approves nor pays what he asked for.
      const himself = { ...actor, roles: ['operator' as const] };
      await expect(approvePayout({ actor: himself, payoutId })).rejects.toMatchObject(
        refused('second_person'),
      );
      await approvePayout({ actor: operator, payoutId });
      if (by === 'system') await sendPayout(payoutId);
      else {
        await expect(takePayout({ actor: himself, payoutId })).rejects.toMatchObject(
          refused('second_person'),
        );
        await takePayout({ actor: operator, payoutId });
        const word = { actor: himself, payoutId, reference: 'x' };
        await expect(settleByHand(word)).rejects.toMatchObject(refused('second_person'));
        await settleByHand({ actor: operator, payoutId, reference: 'x' });
      }
      expect((await theWithdrawal(id)).status).toBe('paid');
    },
  );

  it('can be taken back while it waits, and is approved no more then', async () => {
    const office = await makeWithdrawalOffice({ approval: 40_000n });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    expect(await withdrawalView(actor, id)).toMatchObject({ stage: 'approval', cancelable: true });
    await cancelWithdrawal({ actor, withdrawalId: id });
    await expect(
      approvePayout({ actor: operator, payoutId: (await payoutFor(id)).id }),
    ).rejects.toMatchObject(refused('payout_moved'));
  });

  it('whose outcome is unknown is not decided by whoever asked for it', async () => {
    const office = await makeWithdrawalOffice({ by: 'system', approval: 40_000n });
    const actor = await customerWith(100_000n);
    const { id } = await withdraw(office, actor, '500');
    const { id: payoutId } = await payoutFor(id);
    await approvePayout({ actor: operator, payoutId });
    paying.send = () => ({ outcome: 'unknown', reason: 'no answer' });
    await sendPayout(payoutId);
    const himself = { ...actor, roles: ['operator' as const] };
    await expect(markPayoutPaid({ actor: himself, payoutId, reference: 'x' })).rejects.toMatchObject(
      refused('second_person'),
    );
    await markPayoutPaid({ actor: operator, payoutId, reference: 'x' });
    expect((await theWithdrawal(id)).status).toBe('paid');
  });
});
