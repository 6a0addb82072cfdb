import { query } from '@/lib/db';
import type { Localized } from '@/lib/exchange/types';
import { type Actor, requireUser } from './actor';

export type SavedRequisitesView = {
  id: string;
  label: string;
  methodCode: string;
  methodTitles: Localized;
  /** By field key, as they were normalised. */
  values: Record<string, string>;
};

/** The signed-in person's saved requisites, of one method if a code is given; the newest first. */
export async function savedRequisites({
  actor,
  methodCode,
}: {
  actor: Actor;
  methodCode?: string;
}): Promise<SavedRequisitesView[]> {
  const { userId } = requireUser(actor);
  return query<SavedRequisitesView>(
    `SELECT s.id, s.label, s.values, m.code AS "methodCode", m.titles AS "methodTitles"
       FROM saved_requisites s JOIN payment_methods m ON m.id = s.method_id
      WHERE s.user_id = $1 AND ($2::text IS NULL OR m.code = $2)
      ORDER BY m.sort, m.code, s.created_at DESC`,
    [userId, methodCode ?? null],
  );
}
