import { z } from 'zod';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { type Actor, requireUser } from './actor';
import { revokeSessionsOf } from './revoke-sessions';

export type SessionView = {
  id: string;
  ip: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

/** Where the person is signed in, the present session first. */
export async function listSessions({ actor }: { actor: Actor }): Promise<SessionView[]> {
  const { userId, sessionId } = requireUser(actor);
  return query<SessionView>(
    `SELECT id, ip, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
            id = $2 AS current
       FROM sessions WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $3
      ORDER BY id = $2 DESC, last_seen_at DESC LIMIT 100`,
    [userId, sessionId, now()],
  );
}

const endInput = z.object({ sessionId: z.string({ error: 'required' }).max(40, { error: 'invalid' }) });

/** Ends one of one's own sessions. Throws `not_found` for another's or one that is over. */
export async function endSession(given: { sessionId: string; actor: Actor }): Promise<void> {
  const { userId } = requireUser(given.actor);
  const { sessionId } = parseInput(endInput, given);
  const ended = await query(
    `UPDATE sessions SET revoked_at = $3 WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING id`,
    [sessionId, userId, now()],
  );
  if (ended.length === 0) fail('not_found');
}

/** Ends all of one's sessions but the present one. Returns how many. */
export async function endOtherSessions({ actor }: { actor: Actor }): Promise<number> {
  const { userId, sessionId } = requireUser(actor);
  return revokeSessionsOf({ query }, { userId, except: sessionId });
}
