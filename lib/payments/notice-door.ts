import { query } from '@/lib/db';
import { log } from '@/lib/log';
import {
  type Connection,
  type ConnectionRow,
  connectionColumns,
  openConnection,
} from '@/lib/payments/connection';
import { isOffered, paymentSystem } from '@/lib/payments/registry';

/** The callback door of one method with one system: whose notices may come in by it. */
export type Door = { systemCode: string; methodCode: string; methodId: string; connections: ConnectionRow[] };

/**
 * The door, or null where there is none: the system is not offered here, or the method does not use it. A method may
 * be paid in by one account with the system and paid out by another; both are heard.
 */
export async function findDoor(systemCode: string, methodCode: string): Promise<Door | null> {
  if (!/^[a-z0-9_-]{1,40}$/.test(systemCode) || !/^[A-Za-z0-9_-]{1,60}$/.test(methodCode)) return null;
  const system = paymentSystem(systemCode);
  if (!system || !isOffered(system) || (!system.callback && !system.preRequest)) return null;
  const rows = await query<ConnectionRow & { methodId: string; connectionId: string | null }>(
    `SELECT m.id AS "methodId", c.id AS "connectionId", ${connectionColumns}
     FROM payment_methods m LEFT JOIN system_connections c
       ON c.id IN (m.pay_in_connection_id, m.pay_out_connection_id) AND c.system_code = $2
     WHERE m.code = $1 ORDER BY (c.id = m.pay_in_connection_id) DESC NULLS LAST`,
    [methodCode, systemCode],
    'notice_door',
  );
  const [first] = rows;
  if (!first) return null;
  const connections = rows
    .filter(({ connectionId }) => connectionId !== null)
    .map(({ methodId: _method, connectionId: _connection, ...row }) => row);
  const door = { systemCode, methodCode, methodId: first.methodId, connections };
  if (connections.length > 0) return door;
  const former = await formerConnections(door);
  return former.length > 0 ? { ...door, connections: former } : null;
}

/**
 * The connections that may have sent it: those the method uses, and, only if those are asked in vain, others with the
 * same system that its unpaid payments were started by: a method that was given another account is still paid to the
 * old one for a while. Yields null for one that cannot be worked with.
 */
export async function* connectionsOf(door: Door): AsyncGenerator<Connection | null> {
  for (const row of door.connections) yield open(row);
  for (const row of await formerConnections(door)) yield open(row);
}

/** Also where it is switched off or broken: money that is on its way arrives all the same. */
function open(row: ConnectionRow): Connection | null {
  try {
    const connection = openConnection(row);
    if (!connection) log.error({ connectionId: row.id }, 'a connection does not fit its system any more');
    return connection;
  } catch (error) {
    log.error({ err: error, connectionId: row.id }, 'a connection could not be opened');
    return null;
  }
}

async function formerConnections({ systemCode, methodId, connections }: Door): Promise<ConnectionRow[]> {
  return query<ConnectionRow>(
    `SELECT ${connectionColumns} FROM system_connections c WHERE c.system_code = $1 AND c.id <> ALL($2)
       AND (EXISTS (SELECT FROM payments p WHERE p.connection_id = c.id AND p.method_id = $3 AND p.status <> 'paid')
         OR EXISTS (SELECT FROM payouts o WHERE o.connection_id = c.id AND o.method_id = $3
           AND o.status NOT IN ('settled', 'refused', 'canceled')))
     ORDER BY c.id LIMIT 20`,
    [systemCode, connections.map(({ id }) => id), methodId],
    'notice_former_connections',
  );
}
