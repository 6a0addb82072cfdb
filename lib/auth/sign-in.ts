import { z } from 'zod';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { addressKey, forgetLimit, giveBack, type LimitRule, limit } from '@/lib/rate-limit';
import { emailText } from '@/lib/text';
import type { UserActor } from './actor';
import { adoptGuestOrders } from './adopt-guest-orders';
import { knownRoles } from './load-actor';
import { verifyPassword } from './password';
import { givenPassword } from './password-rule';
import { revokeSession } from './revoke-sessions';
import { isStaff, sessionSeconds } from './session-policy';
import { recordStaffSignIn } from './staff-sign-in';

export const signInInput = z.object({ email: emailText(), password: givenPassword });

export type SignIn = {
  email: string;
  password: string;
  ip: string;
  userAgent: string;
  /** The session this browser had until now; it ends, so that nobody is left with two. */
  previousSessionId?: string | undefined;
};

/** Wrong tries of one account, and of one address over all accounts. Right ones do not count. */
export const accountRule: LimitRule = { points: 10, seconds: 15 * 60 };
export const addressRule: LimitRule = { points: 60, seconds: 15 * 60 };

type Found = {
  id: string;
  email: string;
  name: string;
  locale: string;
  roles: string[];
  passwordHash: string | null;
  confirmed: boolean;
  disabled: boolean;
  knownHere: boolean;
};

/**
 * Checks e-mail and password and begins a new session. Throws `sign_in_failed`, the same and after the same time
 * whether the account, the password or neither is right, and `too_many_requests`.
 */
export async function signIn(given: SignIn): Promise<{ sessionId: string }> {
  const { email, password } = parseInput(signInInput, given);
  const address = addressKey(given.ip);
  await limit('sign-in-address', address, addressRule);
  const user = await findByEmail(email, given.ip);
  // Whoever has been here before has tries of his own: a stranger cannot lock him out.
  const account = user?.knownHere ? `${email} ${address}` : email;
  await limit('sign-in-account', account, accountRule);

  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabled) fail('sign_in_failed');

  const sessionId = newId('ses');
  await inTransaction((tx) => begin(tx, user, sessionId, given));
  await giveBack('sign-in-address', address, addressRule);
  await forgetLimit('sign-in-account', account, accountRule);
  return { sessionId };
}

/** Lets an account try again at once: its owner has just proved himself by a link. */
export async function forgetWrongTries(email: string): Promise<void> {
  await forgetLimit('sign-in-account', email, accountRule);
}

async function findByEmail(email: string, ip: string): Promise<Found | undefined> {
  const [user] = await query<Found>(
    `SELECT id, email, name, locale, roles::text[] AS roles, password_hash AS "passwordHash",
            email_confirmed_at IS NOT NULL AS confirmed, disabled_at IS NOT NULL AS disabled,
            EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = users.id AND s.ip = $2) AS "knownHere"
       FROM users WHERE email = $1`,
    [email, ip],
  );
  return user;
}

async function begin(tx: Tx, user: Found, sessionId: string, given: SignIn): Promise<void> {
  // The lock keeps a change of the password in order with us: a session begun with the old one cannot outlive it.
  const same = await tx.maybeOne(
    'SELECT id FROM users WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR SHARE',
    [user.id, user.passwordHash],
  );
  if (!same) fail('sign_in_failed');
  const moment = now();
  const userAgent = userAgentText(given.userAgent);
  await tx.query(
    `INSERT INTO sessions (id, user_id, ip, user_agent, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $5, $6)`,
    [sessionId, user.id, given.ip, userAgent, moment, new Date(moment.getTime() + sessionSeconds * 1000)],
  );
  if (given.previousSessionId) await revokeSession(tx, given.previousSessionId);
  if (user.confirmed) await adoptGuestOrders(tx, { userId: user.id, email: user.email });
  const roles = knownRoles(user.roles);
  if (!isStaff(roles)) return;
  const { id: userId, email, name, locale, knownHere } = user;
  const actor: UserActor = { kind: 'user', userId, sessionId, email, name, roles, locale, ip: given.ip };
  await recordStaffSignIn(tx, { actor, userAgent, knownHere });
}

/** What a browser says of itself, without what a database or a page could choke on. */
function userAgentText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, 300);
}
