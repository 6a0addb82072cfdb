import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostWaiting } from '@/lib/cashier/approval-reasons';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { operationView } from '@/lib/cashier/operation-view';
import { makeCashier, makeCustomer, openWallets, topUpForm } from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { shiftClock } from '@/lib/clock';

beforeEach(() => openWallets());
afterEach(() => shiftClock(0));

type Limits = Parameters<typeof makeCashier>[0];

async function till(given: Limits) {
  const [cashier, senior] = [await makeCashier(given), await makeCashier({ senior: true })];
  const customer = await makeCustomer();
  const take = (amount: string) => topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
  return { cashier, senior, take };
}

describe('operations that wait for a second person', () => {
  it('are only so many of one cashier, also when he asks for all at once; what may be done at once goes on', async () => {
    const { cashier, senior, take } = await till({ operationUnits: 10_000n });
    const made = await Promise.allSettled(Array.from({ length: mostWaiting + 5 }, () => take('101')));
    const waiting = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.operationId] : []));
    expect(waiting).toHaveLength(mostWaiting);
    for (const one of made)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({
          code: 'too_many_waiting',
          params: { count: String(mostWaiting) },
        });
    await expect(take('100')).resolves.toMatchObject({ status: 'done' });
    await declineOperation({ actor: senior, input: { operationId: waiting[0], note: 'no' } });
    await expect(take('101')).resolves.toMatchObject({ status: 'awaiting_approval' });
    const other = await till({ operationUnits: 10_000n });
    await expect(other.take('101')).resolves.toMatchObject({ status: 'awaiting_approval' });
    expect(other.cashier.userId).not.toBe(cashier.userId);
  });

  it('count for the day on which they are allowed, not for that on which they were asked', async () => {
    const { cashier, senior, take } = await till({ operationUnits: 10_000n, dayUnits: 20_000n });
    const { operationId } = await take('150');
    shiftClock(26 * 3_600_000);
    await approveOperation({ actor: senior, input: { operationId, note: '' } });
    const next = await take('60');
    expect(next.status).toBe('awaiting_approval');
    expect((await operationView(cashier, next.operationId)).approvalFor).toEqual(['over_day']);
  });
});
