import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { PayToLine } from '@/lib/exchange/types';

/**
 * The office's details that this customer pays to: of the method's pool those that were shown longest ago. Details
 * that another order is taking just now are passed over; if all are, any will do, so that nobody waits.
 * Throws `no_office_requisites`.
 */
export async function pickOfficeRequisites(
  tx: Tx,
  methodId: string,
): Promise<{ id: string; lines: PayToLine[] }> {
  const [picked] = await tx.query<{ id: string; lines: PayToLine[] }>(
    `WITH free AS (
       SELECT id FROM office_requisites WHERE method_id = $1 AND enabled
       ORDER BY last_used_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED
     ), used AS (
       UPDATE office_requisites r SET last_used_at = $2 FROM free WHERE r.id = free.id RETURNING r.id, r.lines
     ), busy AS (
       SELECT id, lines FROM office_requisites
       WHERE method_id = $1 AND enabled AND NOT EXISTS (SELECT FROM free) ORDER BY random() LIMIT 1
     )
     SELECT id, lines FROM used UNION ALL SELECT id, lines FROM busy`,
    [methodId, now()],
    'office_requisites_in_turn',
  );
  return picked ?? fail('no_office_requisites');
}
