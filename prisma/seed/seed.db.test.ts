import { expect, test } from 'vitest';
import { query } from '@/lib/db';
import { reconcile } from '@/lib/ledger/reconcile';
import { seedDemo } from '@/prisma/seed';

test('the demo shows every status and every exception, and its books are right', async () => {
  await seedDemo();
  const rows = await query<{ status: string; exception: string | null; count: bigint }>(
    'SELECT status, exception, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2',
  );
  const statuses = new Set(rows.map(({ status }) => status));
  for (const status of [
    'in_progress',
    'pending_processing',
    'payment_claimed',
    'transfer_scheduled',
    'funds_received',
    'completed',
    'canceled',
    'refunding',
    'refunded',
  ])
    expect(statuses, status).toContain(status);
  const exceptions = new Set(rows.map(({ exception }) => exception));
  for (const exception of [
    'precheck_refused',
    'underpaid',
    'overpaid',
    'paid_late',
    'payer_mismatch',
    'payout_failed',
    'payout_unknown',
  ])
    expect(exceptions, exception).toContain(exception);
  expect((await reconcile()).findings).toEqual([]);
}, 300_000);
