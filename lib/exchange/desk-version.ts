import { query } from '@/lib/db';
import { listen } from '@/lib/live';
import { processWide } from '@/lib/process-wide';

const heard = processWide<{ hints: number; stop?: () => void }>('desk-version', () => ({ hints: 0 }));

/**
 * A text that changes whenever something at the desk does: the hints this process has heard and, should they stay
 * away, the counts per status. Two servers name the same state differently; a page then refreshes once too often.
 */
export async function deskVersion(): Promise<string> {
  heard.stop ??= listen('desk', () => {
    heard.hints += 1;
  });
  const [row] = await query<{ counts: string }>(
    `SELECT coalesce(string_agg(total::text, '.' ORDER BY status), '') AS counts
     FROM (SELECT status, sum(orders) AS total FROM order_counts GROUP BY status) AS per_status`,
  );
  return `${row?.counts ?? ''}-${heard.hints}`;
}
