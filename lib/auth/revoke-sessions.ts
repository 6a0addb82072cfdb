import { now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';

/** Ends one session, whoever it belongs to; one that is over already stays as it is. */
export async function revokeSession(db: Queryable, sessionId: string): Promise<void> {
  await db.query('UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
    sessionId,
    now(),
  ]);
}

/** Ends all sessions of a person but, if given, the one he is using. Returns how many. */
export async function revokeSessionsOf(
  db: Queryable,
  { userId, except = '' }: { userId: string; except?: string },
): Promise<number> {
  const ended = await db.query(
    'UPDATE sessions SET revoked_at = $3 WHERE user_id = $1 AND id <> $2 AND revoked_at IS NULL RETURNING id',
    [userId, except, now()],
  );
  return ended.length;
}

/** Signs out: ends the session of the cookie that was shown. */
export async function signOutSession({ sessionId }: { sessionId: string }): Promise<void> {
  await revokeSession({ query }, sessionId);
}
