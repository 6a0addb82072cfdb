import type { Actor } from '@/lib/auth/actor';
import { tillReader } from '@/lib/cashier/till-reader';
import { query } from '@/lib/db';
import { listen } from '@/lib/live';
import { processWide } from '@/lib/process-wide';

const heard = processWide<{ last: string; stop?: () => void }>('till-version', () => ({ last: '' }));

/**
 * A text that changes whenever a request, an operation at the till or cash on the way does: the last hint (named alike
 * on every server) and, should hints stay away, what waits and what was made last. Throws `not_signed_in`, `cashier_off`.
 */
export async function tillVersion(actor: Actor): Promise<string> {
  await tillReader(actor);
  heard.stop ??= listen('till', (hint) => {
    heard.last = hint;
  });
  const [row] = await query<{ state: string }>(
    `SELECT concat_ws('.',
       (SELECT count(*) FROM top_ups WHERE way = 'cashier' AND status IN ('waiting', 'claimed')),
       (SELECT count(*) FROM till_operations WHERE status = 'awaiting_approval'),
       (SELECT count(*) FROM drawer_moves WHERE decided_at IS NULL),
       (SELECT max(number) FROM till_operations)) AS state`,
    [],
    'till_version',
  );
  return `${row?.state ?? ''}-${heard.last}`;
}
