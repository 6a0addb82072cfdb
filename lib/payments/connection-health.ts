import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { officeLocale } from '@/lib/notify/office-locale';
import { queueLetter } from '@/lib/notify/queue-letter';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import type { ProbeAnswer } from '@/lib/payments/contract/system';
import { storableText } from '@/lib/payments/notice-text';
import { paymentSystem } from '@/lib/payments/registry';

/** After so many failures in a row a connection is taken for broken, and its methods leave the storefront. */
export const maxFailures = 5;

/** A connection that nobody can ask how it is gets another chance after so long. */
const trialAfterMs = 600_000;

/** The system answered sensibly. Cheap when all is well: one write a minute at most. */
export async function noteSuccess(connectionId: string): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const [row] = await tx.query<Told & { wasBroken: boolean }>(
      `WITH before AS (SELECT id, broken_at FROM system_connections WHERE id = $1
         AND (failures_in_row > 0 OR broken_at IS NOT NULL OR last_ok_at IS NULL OR last_ok_at < $3) FOR UPDATE)
       UPDATE system_connections c SET failures_in_row = 0, broken_at = NULL, broken_reason = NULL, last_ok_at = $2
       FROM before WHERE c.id = before.id
       RETURNING c.id, c.label, c.system_code AS "systemCode", before.broken_at IS NOT NULL AS "wasBroken"`,
      [connectionId, at, new Date(at.getTime() - 60_000)],
      'connection_works',
    );
    if (row?.wasBroken) await tell(tx, 'system_works', row, at, null);
  });
}

/**
 * The system did not answer, or not sensibly (an outcome nobody knows; that it refuses one payment is no failure). The
 * reason is for staff.
 */
export async function noteFailure(connectionId: string, reason: string): Promise<void> {
  const at = now();
  const why = storableText(reason, 300);
  await inTransaction(async (tx) => {
    const [row] = await tx.query<Told & { breaks: boolean }>(
      `WITH before AS (SELECT id, broken_at FROM system_connections WHERE id = $1 FOR UPDATE)
       UPDATE system_connections c SET failures_in_row = c.failures_in_row + 1, broken_reason = $3,
         broken_at = CASE WHEN c.failures_in_row + 1 >= $4 THEN coalesce(c.broken_at, $2) ELSE c.broken_at END
       FROM before WHERE c.id = before.id
       RETURNING c.id, c.label, c.system_code AS "systemCode",
         before.broken_at IS NULL AND c.broken_at IS NOT NULL AS breaks`,
      [connectionId, at, why, maxFailures],
      'connection_fails',
    );
    if (row?.breaks) await tell(tx, 'system_broken', row, at, why);
  });
}

/**
 * What an answer about one payment, payout or refund says of its connection. An outcome that nobody knows says little
 * about the whole system, and so does a refusal (an amount that is too small, or a key that was taken away and refuses
 * everybody): the system is asked how it is.
 */
export async function noteAnswer(
  connection: Connection,
  asset: string,
  { outcome, reason = '' }: { outcome: string; reason?: string },
): Promise<void> {
  const isNo = outcome === 'refused';
  const how = isNo || outcome === 'unknown' ? await howIsIt(connection, asset) : 'works';
  if (how === 'fails' || (how === 'nobody_knows' && !isNo)) await noteFailure(connection.id, reason);
  else if (outcome !== 'unknown') await noteSuccess(connection.id);
}

type Told = { id: string; label: string; systemCode: string };

/** The office hears of it at most once an hour, however often a connection comes and goes. */
async function tell(
  tx: Tx,
  code: 'system_broken' | 'system_works',
  { id, label, systemCode }: Told,
  at: Date,
  reason: string | null,
): Promise<void> {
  const locale = officeLocale();
  const methods = await tx.query<{ code: string }>(
    'SELECT code FROM payment_methods WHERE $1 IN (pay_in_connection_id, pay_out_connection_id) ORDER BY sort, code',
    [id],
  );
  log.warn(
    { connectionId: id, system: systemCode, reason },
    code === 'system_broken' ? 'a payment system is broken' : 'a payment system works again',
  );
  await queueLetter(tx, {
    code,
    locale,
    props: {
      system: paymentSystem(systemCode)?.titles[locale] ?? systemCode,
      label,
      at: at.toISOString(),
      methods: methods.map((method) => method.code),
      ...(reason && { reason }),
      url: `${env().KANTOR_URL}/${locale}/admin/systems/${id}`,
    },
    dedupeKey: `system:${id}:${code}:${Math.floor(at.getTime() / 3_600_000)}`,
  });
}

/** Asks every broken connection how it is, and brings back those that answer. */
export async function askBrokenConnections(): Promise<void> {
  const rows = await query<{ id: string; asset: string | null }>(
    `SELECT c.id, (SELECT asset_code FROM payment_methods m WHERE c.id IN (m.pay_in_connection_id, m.pay_out_connection_id)
       LIMIT 1) AS asset
     FROM system_connections c WHERE c.broken_at IS NOT NULL AND c.enabled LIMIT 50`,
  );
  await Promise.all(
    rows.map(async ({ id, asset }) => {
      const connection = await loadConnection({ query }, id);
      if (connection) await askBroken(connection, asset);
    }),
  );
}

async function askBroken(connection: Connection, asset: string | null): Promise<void> {
  const how = await howIsIt(connection, asset);
  if (how === 'works') await noteSuccess(connection.id);
  else if (how === 'nobody_knows') await giveTrial(connection.id);
}

/** One harmless question: `works` where the system answered it sensibly, `nobody_knows` where it takes none. */
export async function howIsIt(
  { id, system, at }: Connection,
  asset: string | null,
): Promise<'works' | 'fails' | 'nobody_knows'> {
  try {
    if (system.probe) return healthBy((await system.probe(at)).outcome);
    if (!system.balance || asset === null) return 'nobody_knows';
    return (await system.balance(at, { asset })).outcome === 'settled' ? 'works' : 'fails';
  } catch (error) {
    log.error({ err: error, connectionId: id }, 'a connection could not be asked how it is');
    return 'fails';
  }
}

function healthBy(outcome: ProbeAnswer['outcome']): 'works' | 'fails' | 'nobody_knows' {
  if (outcome === 'nothing_to_ask') return 'nobody_knows';
  return outcome === 'settled' ? 'works' : 'fails';
}

/** Back to the storefront for a try; one more failure takes it off again. */
async function giveTrial(connectionId: string): Promise<void> {
  await query(
    `UPDATE system_connections SET broken_at = NULL, failures_in_row = $2 WHERE id = $1 AND broken_at < $3`,
    [connectionId, maxFailures - 1, new Date(now().getTime() - trialAfterMs)],
  );
}
