import type pg from 'pg';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { limit } from '@/lib/rate-limit';

const perHour = { points: 60, seconds: 3600 };
const atOncePerPerson = 2;
const atOnceInAll = 8;

/** Longest export in all, and longest time a reader may take for one piece. */
export const exportTimes = { totalMs: 20 * 60_000, pauseMs: 60_000 };

/** The name a connection has until its export is let begin. */
export const askingConnectionName = 'kantor asks to export';

/** Counts one export of the person. Throws `too_many_requests`. */
export async function countExport(userId: string): Promise<void> {
  await limit('export', userId, perHour);
}

/** How long the row that exports ask under stays after the last of them. */
const keptMs = 3_600_000;

/** The connection of an export that runs tells by its name whose it is. */
const running = 'kantor export ';

/**
 * Refuses an export beyond those that may run at once, over all servers: PostgreSQL itself knows the connections,
 * also of a server that died a moment ago. They ask one after another (a row is the lock), and whoever may begin is
 * named before the next one counts. Throws `too_many_requests`.
 */
export async function refuseTooMany(client: pg.Client, userId: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO rate_limits (key, points, expire) VALUES ('export-turn', 1, $1)
     ON CONFLICT (key) DO UPDATE SET expire = excluded.expire`,
    [now().getTime() + keptMs],
  );
  const { rows } = await client.query<{ mine: number; all: number }>(
    `SELECT count(*) FILTER (WHERE application_name = $1)::int AS mine, count(*)::int AS all
     FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '${running}%'`,
    [`${running}${userId}`],
  );
  const [{ mine = 0, all = 0 } = {}] = rows;
  const mayBegin = mine < atOncePerPerson && all < atOnceInAll;
  if (mayBegin)
    await client.query(`SELECT set_config('application_name', $1, false)`, [`${running}${userId}`]);
  await client.query('COMMIT');
  if (!mayBegin) fail('too_many_requests', { params: { seconds: '30' } });
}
