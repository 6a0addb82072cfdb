import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { log } from '@/lib/log';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { noteSuccess } from '@/lib/payments/connection-health';
import type { BalanceAnswer, ProbeAnswer } from '@/lib/payments/contract/system';
import { limit } from '@/lib/rate-limit';
import { heldSecrets } from './held-secrets';

/** What a test of a connection came to. Reasons are the system's own words, for staff. */
export type ConnectionTest =
  | { outcome: 'settled'; balance?: { asset: string; amount: string } }
  | { outcome: 'refused' | 'unknown'; reason: string }
  /** The system has no harmless question, or cannot be asked with these settings. */
  | { outcome: 'nothing_to_ask' }
  /** What is kept does not fit the system's settings, or cannot be opened: it must be saved anew. */
  | { outcome: 'unusable' };

/** Assets of the methods that use the connection, and one of the office's own. */
type Assets = { assets: string[]; anyAsset: string[] };

const perMinute = { points: 6, seconds: 60 };

/**
 * Asks the system something harmless with the kept settings: its probe, and its balance. A good answer ends an outage; a bad one is only told, as one failure does not make one. Admins only. Throws `too_many_requests`.
 */
export async function testConnection({
  actor,
  connectionId,
}: {
  actor: Actor;
  connectionId: string;
}): Promise<ConnectionTest> {
  requireRole(actor, 'admin');
  if (!isId('con', connectionId)) fail('not_found');
  const [row] = await query<{ secrets: unknown; assets: string[]; anyAsset: string[] }>(
    `SELECT c.secrets, ARRAY(SELECT DISTINCT m.asset_code FROM payment_methods m
       WHERE c.id IN (m.pay_in_connection_id, m.pay_out_connection_id) ORDER BY 1) AS assets,
       ARRAY(SELECT code FROM assets ORDER BY kind DESC, code LIMIT 1) AS "anyAsset"
     FROM system_connections c WHERE c.id = $1`,
    [connectionId],
  );
  if (!row) fail('not_found');
  await limit('connection-test', connectionId, perMinute);
  const test = scrubbed(await ask(connectionId, row), heldSecrets(connectionId, row.secrets));
  if ('reason' in test) log.info({ connectionId, test }, 'a tested connection did not work');
  await keep(actor, connectionId, test);
  return test;
}

async function ask(connectionId: string, assets: Assets): Promise<ConnectionTest> {
  const connection = await loadConnection({ query }, connectionId).catch((error: unknown) => {
    log.warn({ err: error, connectionId }, 'a connection cannot be opened');
    return null;
  });
  if (!connection) return { outcome: 'unusable' };
  try {
    return await question(connection, assets);
  } catch (error) {
    // Adapters answer `unknown` by themselves; one that throws has told no more than that. The error is not logged as
    // it is: it may repeat a secret.
    return { outcome: 'unknown', reason: error instanceof Error ? error.message : 'no answer' };
  }
}

async function question({ system, at }: Connection, { assets, anyAsset }: Assets): Promise<ConnectionTest> {
  const [asset] = [...assets, ...(system.assets === 'any' ? anyAsset : system.assets)];
  const probed = system.probe && answered(await system.probe(at));
  if (probed && probed.outcome !== 'settled') return probed;
  if (!system.balance || !asset) return probed ?? { outcome: 'nothing_to_ask' };
  const told = answered(await system.balance(at, { asset }), asset);
  // Not every account that works tells what it holds.
  return probed && told.outcome !== 'settled' ? probed : told;
}

function answered(answer: ProbeAnswer | BalanceAnswer, asset?: string): ConnectionTest {
  if (answer.outcome === 'nothing_to_ask') return answer;
  if (answer.outcome !== 'settled') return { outcome: answer.outcome, reason: answer.reason };
  if (asset === undefined || !('amount' in answer)) return { outcome: 'settled' };
  return { outcome: 'settled', balance: { asset, amount: answer.amount } };
}

/** Some systems repeat in an error what they were sent; no secret is shown on its way back either. */
function scrubbed(test: ConnectionTest, secrets: Record<string, string>): ConnectionTest {
  if (!('reason' in test)) return test;
  let { reason } = test;
  for (const secret of Object.values(secrets))
    if (secret.length >= 4) reason = reason.replaceAll(secret, '•••');
  return { ...test, reason: reason.slice(0, 500) };
}

async function keep(actor: Actor, connectionId: string, test: ConnectionTest): Promise<void> {
  if (test.outcome === 'settled') await noteSuccess(connectionId);
  const balance = 'balance' in test ? test.balance : undefined;
  await inTransaction(async (tx) => {
    if (balance) {
      const told = { [balance.asset]: { amount: balance.amount, at: now() } };
      await tx.query('UPDATE system_connections SET balances = balances || $2::jsonb WHERE id = $1', [
        connectionId,
        JSON.stringify(told),
      ]);
    }
    await audit(tx, {
      actor,
      action: 'connection.test',
      subject: connectionId,
      after: { outcome: test.outcome },
    });
  });
}
