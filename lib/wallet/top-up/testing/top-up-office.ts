import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { makeOffice, registered, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';
import { rematch } from '@/lib/payments/statements/decide-line';
import { makeConnection } from '@/lib/payments/testing/door';
import type { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { loadTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';
import { walletBalances } from '@/lib/wallet/wallet-queries';

/** Offices and customers for tests of top-ups. */

export type TopUpRules = {
  feeBps?: number;
  feeUnits?: bigint;
  min?: bigint;
  max?: bigint;
  /** What a customer may be credited a day. */
  day?: bigint | null;
  maxOpenRequests?: number;
};

export const shopSecret = 'secret-of-the-shop';

/** Wallets in roubles on; the office's bank method is open for top-ups, by the simulator or directly. */
export async function makeTopUpOffice(
  by: 'simulator' | 'direct',
  rules: TopUpRules = {},
): Promise<TestOffice & { connectionId: string | null }> {
  const office = await makeOffice();
  const connectionId =
    by === 'simulator'
      ? await makeConnection({
          systemCode: 'simulator',
          settings: { shop: 'kantor', feePercent: '0' },
          secrets: { secret: shopSecret },
        })
      : null;
  await query(
    `UPDATE payment_methods SET uses = '{exchange,topup}', pay_in_connection_id = $2, top_up_fee_bps = $3,
       top_up_fee_units = $4, top_up_min_units = $5, top_up_max_units = $6 WHERE id = $1`,
    [
      office.bank.id,
      connectionId,
      rules.feeBps ?? 0,
      rules.feeUnits ?? 0n,
      rules.min ?? null,
      rules.max ?? null,
    ],
  );
  await openWallets(rules);
  return { ...office, connectionId };
}

/** Switches wallets on, with roubles in them. */
export async function openWallets({
  day = null,
  maxOpenRequests = 3,
  on = true,
}: TopUpRules & { on?: boolean } = {}) {
  await query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('wallet', $1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ on, maxOpenRequests }), now()],
  );
  await query(
    `INSERT INTO wallet_assets (asset_code, method_id, top_up_day_units, updated_at) VALUES ('RUB', $1, $2, $3)
     ON CONFLICT (asset_code) DO UPDATE SET enabled = true, top_up_day_units = excluded.top_up_day_units`,
    [newId('mth'), day, now()],
  );
}

/** Somebody with an account. */
export function customer(): Promise<UserActor> {
  return registered(staff('customer'));
}

/** A cashier at work who may move roubles, or those assets. */
export async function makeCashier(assets = ['RUB']): Promise<UserActor> {
  const actor = await registered(staff('cashier'));
  await query(
    `INSERT INTO cashiers (user_id, has_drawer, created_at, created_by, updated_at) VALUES ($1, false, $2, 'test', $2)`,
    [actor.userId, now()],
  );
  for (const asset of assets)
    await query('INSERT INTO cashier_limits (user_id, asset_code) VALUES ($1, $2)', [actor.userId, asset]);
  return actor;
}

type Wish = Partial<Omit<Parameters<typeof createTopUp>[0], 'actor'>>;

/** What the form would send: 1,000 roubles by the office's bank method. */
export function wishOf(office: TestOffice, way: 'system' | 'direct', more: Wish = {}) {
  return {
    way,
    methodCode: office.bank.code,
    asset: 'RUB',
    amount: '1000',
    requisites: { card: '4111 1111 1111 1111' },
    idempotencyKey: newId('top'),
    ...more,
  };
}

/** What the form would send: a request of 1,000 roubles in cash. */
export function requestOf(more: Wish = {}) {
  return {
    way: 'cashier' as const,
    asset: 'RUB',
    amount: '1000',
    moneyKind: 'cash' as const,
    idempotencyKey: newId('top'),
    ...more,
  };
}

export async function theTopUp(id: string): Promise<TopUpRow> {
  const row = await loadTopUp({ query }, id);
  if (!row) throw new Error('no such top-up');
  return row;
}

/** The last payment of a top-up. */
export async function paymentFor(topUpId: string): Promise<PaymentRow> {
  const [row] = await query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p WHERE subject_id = $1 ORDER BY number DESC LIMIT 1`,
    [topUpId],
  );
  if (!row) throw new Error('the top-up has no payment');
  return row;
}

/** What is in the wallet, in kopecks. */
export async function purseOf({ userId }: UserActor): Promise<bigint> {
  return (await walletBalances(userId)).find(({ asset }) => asset === 'RUB')?.balanceUnits ?? 0n;
}

/** Codes of the letters to a customer or about him, in the order they were queued. */
export async function lettersOf({ userId }: UserActor): Promise<string[]> {
  const rows = await query<{ code: string }>(
    'SELECT code FROM letters WHERE user_id = $1 ORDER BY created_at, code',
    [userId],
  );
  return rows.map(({ code }) => code);
}

/** A line of the bank's statement of the office's method, matched with what waits. */
export async function bankLine({ bank }: TestOffice, amountUnits: bigint, purpose: string): Promise<string> {
  const [statement, line] = [newId('stm'), newId('stl')];
  await query(
    `INSERT INTO bank_statements (id, method_id, file_name, sha256, rows, uploaded_by, created_at)
     VALUES ($1, $2, 'bank.csv', $1, 1, 'test', $3)`,
    [statement, bank.id, now()],
  );
  await query(
    `INSERT INTO bank_statement_lines (id, statement_id, method_id, line_key, booked_at, amount_units, purpose, state)
     VALUES ($1, $2, $3, $1, $4, $5, $6, 'unmatched')`,
    [line, statement, bank.id, now(), amountUnits, purpose],
  );
  await rematch({ actor: staff('operator'), methodId: bank.id });
  return line;
}
