import { query } from '@/lib/db';
import { listen } from '@/lib/live';
import { processWide } from '@/lib/process-wide';

const heard = processWide<{ last: string; stop?: () => void }>('desk-version', () => ({ last: '' }));

/**
 * A text that changes whenever something at the desk does: the last hint and, should hints stay away, the counts per
 * status. Every server that heard the hint names the state alike; a page of one that did not refreshes once too often.
 */
export async function deskVersion(): Promise<string> {
  heard.stop ??= listen('desk', (hint) => {
    heard.last = hint;
  });
  const [row] = await query<{ counts: string }>(
    `SELECT coalesce(string_agg(total::text, '.' ORDER BY status), '') AS counts
     FROM (SELECT status, sum(orders) AS total FROM order_counts GROUP BY status) AS per_status`,
  );
  return `${row?.counts ?? ''}-${heard.last}`;
}
