import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { checkBalances } from '@/lib/payments/payouts/check-balances';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

beforeEach(resetPaying);

describe('a balance that is not told', () => {
  const standing = async (id: string) =>
    (
      await query<{ broken: boolean; failures: number }>(
        `SELECT broken_at IS NOT NULL AS broken, failures_in_row AS failures FROM system_connections WHERE id = $1`,
        [id],
      )
    )[0];

  it('takes no method of a system that is well off the storefront', async () => {
    const { connectionId } = await makePayingOffice();
    paying.balance = { outcome: 'unknown', reason: 'two wallets in one asset' };
    for (let time = 0; time < 6; time += 1) await checkBalances();
    expect(await standing(connectionId)).toEqual({ broken: false, failures: 0 });
  });

  it('for it was refused, brings none back', async () => {
    const { connectionId } = await makePayingOffice();
    await query('UPDATE system_connections SET broken_at = now(), failures_in_row = 5 WHERE id = $1', [
      connectionId,
    ]);
    paying.balance = { outcome: 'refused', reason: 'the key is not taken' };
    await checkBalances();
    expect(await standing(connectionId)).toEqual({ broken: true, failures: 5 });
  });
});
