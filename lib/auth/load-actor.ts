import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { isId } from '@/lib/ids';
import { type Role, roles, type UserActor } from './actor';
import { isStaff, staffIdleHours } from './session-policy';

const seenEveryMs = 60_000;

type SessionRow = {
  userId: string;
  email: string;
  name: string;
  locale: string;
  roles: string[];
  lastSeenAt: Date;
};

/**
 * The person a session stands for, as the database knows him at this moment; null if the session is over, by
 * whatever reason, or the account is disabled. Asked anew by every request: a role taken away is gone at once.
 */
export async function loadActor({
  sessionId,
  ip,
}: {
  sessionId: string;
  ip: string;
}): Promise<UserActor | null> {
  if (!isId('ses', sessionId)) return null;
  const moment = now();
  const [row] = await query<SessionRow>(
    `SELECT u.id AS "userId", u.email, u.name, u.locale, u.roles::text[] AS roles, s.last_seen_at AS "lastSeenAt"
       FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [sessionId, moment],
  );
  if (!row) return null;
  const held = knownRoles(row.roles);
  const idleMs = moment.getTime() - row.lastSeenAt.getTime();
  if (isStaff(held) && idleMs > staffIdleHours * 3_600_000) return null;
  if (idleMs > seenEveryMs) {
    await query('UPDATE sessions SET last_seen_at = $2, ip = $3 WHERE id = $1', [sessionId, moment, ip]);
  }
  const { userId, email, name, locale } = row;
  return { kind: 'user', userId, sessionId, email, name, locale, roles: held, ip };
}

/** Roles in the house's order; one that only the database knows gives no right here. */
export function knownRoles(texts: readonly string[]): Role[] {
  return roles.filter((role) => texts.includes(role));
}
