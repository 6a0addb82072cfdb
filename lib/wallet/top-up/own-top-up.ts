import { type Actor, requireUser } from '@/lib/auth/actor';
import { type Queryable, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { loadTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/** The top-up for its customer's own steps. Throws `not_signed_in`; `not_found`, for foreign ones as for missing ones. */
export async function ownTopUp(actor: Actor, topUpId: string, db: Queryable = { query }): Promise<TopUpRow> {
  const { userId } = requireUser(actor);
  const topUp = await loadTopUp(db, topUpId);
  return topUp?.userId === userId ? topUp : fail('not_found');
}
