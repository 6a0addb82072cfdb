import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { isOffered, paymentSystem } from '@/lib/payments/registry';

/** The callback door of one method with one system: whose notices may come in by it. */
export type Door = { systemCode: string; methodCode: string; methodId: string; connectionIds: string[] };

/**
 * The door, or null where there is none: the system is not offered here, or the method does not use it. A method may
 * be paid in by one account with the system and paid out by another; both are heard.
 */
export async function findDoor(systemCode: string, methodCode: string): Promise<Door | null> {
  if (!/^[a-z0-9_-]{1,40}$/.test(systemCode) || !/^[A-Za-z0-9_-]{1,60}$/.test(methodCode)) return null;
  const system = paymentSystem(systemCode);
  if (!system || !isOffered(system) || (!system.callback && !system.preRequest)) return null;
  const [method] = await query<{ id: string; connectionIds: string[] }>(
    `SELECT m.id, ARRAY(SELECT c.id FROM system_connections c
         WHERE c.id IN (m.pay_in_connection_id, m.pay_out_connection_id) AND c.system_code = $2
         ORDER BY (c.id = m.pay_in_connection_id) DESC NULLS LAST) AS "connectionIds"
     FROM payment_methods m WHERE m.code = $1`,
    [methodCode, systemCode],
    'notice_door',
  );
  if (!method) return null;
  const door = { systemCode, methodCode, methodId: method.id, connectionIds: method.connectionIds };
  if (door.connectionIds.length > 0) return door;
  const former = await formerConnections(door);
  return former.length > 0 ? { ...door, connectionIds: former } : null;
}

/**
 * The connections that may have sent it: those the method uses, and, only if those are asked in vain, others with the
 * same system that its unpaid payments were started by: a method that was given another account is still paid to the
 * old one for a while. Yields null for one that cannot be worked with.
 */
export async function* connectionsOf(door: Door): AsyncGenerator<Connection | null> {
  for (const id of door.connectionIds) yield await open(id);
  for (const id of await formerConnections(door)) yield await open(id);
}

/** Also where it is switched off or broken: money that is on its way arrives all the same. */
async function open(connectionId: string): Promise<Connection | null> {
  try {
    const connection = await loadConnection({ query }, connectionId);
    if (!connection) log.error({ connectionId }, 'a connection does not fit its system any more');
    return connection;
  } catch (error) {
    log.error({ err: error, connectionId }, 'a connection could not be opened');
    return null;
  }
}

async function formerConnections({ systemCode, methodId, connectionIds }: Door): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT c.id FROM system_connections c WHERE c.system_code = $1 AND c.id <> ALL($2)
       AND (EXISTS (SELECT FROM payments p WHERE p.connection_id = c.id AND p.method_id = $3 AND p.status <> 'paid')
         OR EXISTS (SELECT FROM payouts o WHERE o.connection_id = c.id AND o.method_id = $3
           AND o.status NOT IN ('settled', 'refused', 'canceled')))
     ORDER BY c.id LIMIT 3`,
    [systemCode, connectionIds, methodId],
    'notice_former_connections',
  );
  return rows.map(({ id }) => id);
}
