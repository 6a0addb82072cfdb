import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { makeOrder } from '@/lib/exchange/testing/orders';
import { newId } from '@/lib/ids';
import { secretPlace } from '@/lib/payments/connection';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';
import { seal } from '@/lib/payments/vault';

/** Offices whose bank method is paid by a system, for tests of the callback door. */
export type DoorOffice = TestOffice & { connectionId: string };

type Connect = {
  systemCode: string;
  settings?: Record<string, string | boolean>;
  secrets?: Record<string, string>;
  testMode?: boolean;
};

/** An account of the office with a system. */
export async function makeConnection({ systemCode, settings = {}, secrets = {}, testMode = false }: Connect) {
  const id = newId('con');
  const sealed = Object.entries(secrets).map(([field, text]) => [field, seal(text, secretPlace(id, field))]);
  await query(
    `INSERT INTO system_connections (id, system_code, label, settings, secrets, test_mode, created_at, updated_at)
     VALUES ($1, $2, 'test', $3, $4, $5, $6, $6)`,
    [id, systemCode, JSON.stringify(settings), JSON.stringify(Object.fromEntries(sealed)), testMode, now()],
  );
  return id;
}

/** An office that takes roubles by that system, semi-automatically. */
export async function makeDoorOffice(connect: Connect, reserveUnits = 100_000_000_000n): Promise<DoorOffice> {
  const office = await makeOffice({ reserveUnits });
  const connectionId = await makeConnection(connect);
  await query(
    `UPDATE payment_methods SET pay_in_connection_id = $2, default_type = 'semi_automatic' WHERE id = $1`,
    [office.bank.id, connectionId],
  );
  return { ...office, connectionId };
}

/** An order of 60,000 roubles (unless told) whose customer was sent to the system. */
export async function startedPayment(office: DoorOffice, give?: string): Promise<PaymentRow> {
  const { orderId } = await makeOrder(office, {}, give);
  const [payment] = await query<PaymentRow>(
    `UPDATE payments p SET status = 'started', started_at = $2 WHERE subject_id = $1
     RETURNING ${paymentColumnsOf('p')}`,
    [orderId, now()],
  );
  if (!payment) throw new Error('the order expects no payment');
  return payment;
}

export type NoticeFacts = {
  id: string;
  verdict: string;
  reason: string | null;
  outcome: string | null;
  paymentId: string | null;
};

/** The notices of a method, oldest first. */
export async function noticesOf(methodCode: string): Promise<NoticeFacts[]> {
  return query<NoticeFacts>(
    `SELECT id, verdict::text, reason, outcome, payment_id AS "paymentId" FROM payment_notices
     WHERE method_code = $1 ORDER BY received_at, id`,
    [methodCode],
  );
}

/** All that was kept of the headers of a method's notices, as one text. */
export async function keptHeadersOf(methodCode: string): Promise<string> {
  const rows = await query<{ headers: unknown }>(
    'SELECT headers FROM payment_notices WHERE method_code = $1',
    [methodCode],
  );
  return JSON.stringify(rows);
}

/** Notices whose job waits. */
export async function queuedNotices(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT data->>'noticeId' AS id FROM pgboss.job WHERE name = 'process-notice' AND state = 'created'`,
  );
  return rows.map(({ id }) => id);
}

/** Everything that a notice could have changed: payments, orders, their history, the books, jobs and letters. */
export async function stateOfMoney(): Promise<unknown> {
  return query(
    `SELECT (SELECT json_agg(p ORDER BY id) FROM (SELECT id, status, received_units, external_id, payer, facts FROM payments) p) AS payments,
       (SELECT json_agg(o ORDER BY id) FROM (SELECT id, status, exception, version, received_units FROM orders) o) AS orders,
       (SELECT count(*) FROM order_events) AS events, (SELECT count(*) FROM ledger_transfers) AS transfers,
       (SELECT count(*) FROM letters) AS letters,
       (SELECT count(*) FROM pgboss.job WHERE name IN ('process-notice', 'check-payment')) AS jobs`,
  );
}
