import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { unknown } from '@/lib/payments/ask';
import { loadConnection } from '@/lib/payments/connection';
import { howIsIt, noteFailure, noteSuccess } from '@/lib/payments/connection-health';
import type { BalanceAnswer } from '@/lib/payments/contract/system';

/** What a system said it has of an asset, as `system_connections.balances` keeps it by asset. */
export type KeptBalance = { amount: string; at: string };

/** Asks each connection that can tell what it has, for every asset of its methods, and keeps the answers. */
export async function checkBalances(): Promise<void> {
  const connections = await query<{ id: string; assets: string[] }>(
    `SELECT c.id, array_agg(DISTINCT m.asset_code) AS assets FROM system_connections c
       JOIN payment_methods m ON c.id IN (m.pay_in_connection_id, m.pay_out_connection_id)
     WHERE c.enabled GROUP BY c.id`,
  );
  for (const { id, assets } of connections) await checkConnection(id, assets);
}

async function checkConnection(connectionId: string, assets: string[]): Promise<void> {
  const connection = await loadConnection({ query }, connectionId);
  const balance = connection?.system.balance;
  if (!connection || !balance) return;
  for (const asset of assets) {
    const answer = await balance(connection.at, { asset }).catch((error): BalanceAnswer => {
      log.error({ err: error, system: connection.system.code }, 'an adapter failed at its balance');
      return unknown('the adapter failed');
    });
    if (answer.outcome === 'settled') {
      await keep(connectionId, asset, answer.amount);
      await noteSuccess(connectionId);
    } else if (answer.outcome === 'unknown' && (await howIsIt(connection, asset)) !== 'works') {
      // A balance that cannot be read takes no method off the storefront where the system itself is well.
      await noteFailure(connectionId, answer.reason);
    }
  }
}

async function keep(connectionId: string, asset: string, amount: string): Promise<void> {
  const kept: KeptBalance = { amount, at: now().toISOString() };
  await query(
    'UPDATE system_connections SET balances = balances || jsonb_build_object($2::text, $3::jsonb) WHERE id = $1',
    [connectionId, asset, JSON.stringify(kept)],
  );
}
