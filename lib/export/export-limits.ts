import type pg from 'pg';
import { fail } from '@/lib/errors';
import { limit } from '@/lib/rate-limit';

const perHour = { points: 60, seconds: 3600 };
const atOncePerPerson = 2;
const atOnceInAll = 8;

/** Longest export in all, and longest time a reader may take for one piece. */
export const exportTimes = { totalMs: 20 * 60_000, pauseMs: 60_000 };

/** The name an export's connection has in PostgreSQL: it tells whose it is. */
export function exportConnectionName(userId: string): string {
  return `${common}${userId}`;
}

const common = 'kantor export ';

/** Counts one export of the person. Throws `too_many_requests`. */
export async function countExport(userId: string): Promise<void> {
  await limit('export', userId, perHour);
}

/**
 * Refuses an export beyond those that may run at once, over all servers: PostgreSQL itself knows the connections,
 * also of a server that died a moment ago. Of several that begin together the first ones stay.
 * Throws `too_many_requests`.
 */
export async function refuseTooMany(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: number; all: number }>(
    `SELECT count(*) FILTER (WHERE other.application_name = me.application_name)::int AS mine, count(*)::int AS all
     FROM pg_stat_activity me JOIN pg_stat_activity other ON other.datname = me.datname
       AND other.application_name LIKE '${common}%'
       AND (other.backend_start, other.pid) <= (me.backend_start, me.pid)
     WHERE me.pid = pg_backend_pid()`,
  );
  const [{ mine = 1, all = 1 } = {}] = rows;
  if (mine > atOncePerPerson || all > atOnceInAll) fail('too_many_requests', { params: { seconds: '30' } });
}
