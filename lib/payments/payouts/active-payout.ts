import type { Queryable } from '@/lib/db';
import { type PayoutRow, type PayoutSubject, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';

/**
 * The payout that was made for the subject and was neither refused nor canceled, or null. While there is one, nobody
 * pays the subject any other way; a settled one counts too. At most one exists: an index sees to it. To decide by it,
 * ask inside the transaction, after the order's row was written.
 */
export async function activePayout(
  db: Queryable,
  subjectKind: PayoutSubject,
  subjectId: string,
): Promise<PayoutRow | null> {
  const [row] = await db.query<PayoutRow>(
    `SELECT ${payoutColumnsOf('p')} FROM payouts p
     WHERE p.subject_kind = $1 AND p.subject_id = $2 AND p.status NOT IN ('refused', 'canceled')`,
    [subjectKind, subjectId],
    'payout_active',
  );
  return row ?? null;
}
