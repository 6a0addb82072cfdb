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
  const missing = await query<{ what: string }>(
    `SELECT what FROM unnest($1::text[]) AS what EXCEPT (
       SELECT 'line ' || kind FROM wallet_records UNION
       SELECT 'top-up ' || way || ' ' || status FROM top_ups UNION
       SELECT 'withdrawal ' || status FROM withdrawals UNION
       SELECT 'till ' || kind || ' ' || status FROM till_operations UNION
       SELECT 'shift ' || CASE WHEN s.closed_at IS NULL THEN 'open' WHEN c.close_counted_units = c.close_expected_units
         THEN 'closed' ELSE 'differing' END FROM shifts s JOIN shift_counts c ON c.shift_id = s.id UNION
       SELECT 'cashier ' || CASE WHEN senior THEN 'senior' WHEN has_drawer THEN 'with a drawer' END FROM cashiers)`,
    [shownOfWallets],
  );
  expect(missing).toEqual([]);
  expect((await reconcile()).findings).toEqual([]);
}, 300_000);

/** What a visitor of the demo should find of wallets and of the till. */
const shownOfWallets = [
  ...[
    'top_up',
    'write_off',
    'exchange_out',
    'exchange_in',
    'transfer_out',
    'transfer_in',
    'withdrawal',
    'reversal',
  ].map((kind) => `line ${kind}`),
  'top-up system credited',
  'top-up system expired',
  'top-up direct credited',
  'top-up direct claimed',
  'top-up cashier credited',
  'top-up cashier waiting',
  'top-up cashier declined',
  'top-up cashier canceled',
  'withdrawal in_progress',
  'withdrawal paid',
  'till top_up done',
  'till top_up awaiting_approval',
  'till top_up reversed',
  'till top_up declined',
  'till write_off done',
  'shift open',
  'shift closed',
  'shift differing',
  'cashier senior',
  'cashier with a drawer',
];
