import { audit } from '@/lib/audit';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Actor } from './actor';
import { revokeSessionsOf } from './revoke-sessions';
import { keepAnOwner, lockTarget } from './staff-target';
import { voidTokens } from './tokens';

type OnPerson = { userId: string; actor: Actor };

/**
 * Disables an account: its sessions and links end at once and nobody can sign in with it. Nobody disables himself,
 * and the last owner stays. Throws `forbidden`, `last_owner`, `not_found`.
 */
export async function disablePerson(given: OnPerson): Promise<void> {
  await inTransaction(async (tx) => {
    const { admin, target } = await lockTarget(tx, given);
    const { userId } = target;
    if (userId === admin.userId) fail('forbidden');
    if (target.disabled) return;
    if (target.roles.includes('owner')) await keepAnOwner(tx, userId);
    await tx.query('UPDATE users SET disabled_at = $2 WHERE id = $1', [userId, now()]);
    await revokeSessionsOf(tx, { userId });
    await voidTokens(tx, { userId, purposes: ['confirm_email', 'reset_password', 'set_password'] });
    await audit(tx, { actor: admin, action: 'staff.disable', subject: userId });
  });
}

/** Lets a disabled account sign in again, with the roles it had. */
export async function enablePerson(given: OnPerson): Promise<void> {
  await inTransaction(async (tx) => {
    const { admin, target } = await lockTarget(tx, given);
    if (!target.disabled) return;
    await tx.query('UPDATE users SET disabled_at = NULL WHERE id = $1', [target.userId]);
    await audit(tx, { actor: admin, action: 'staff.enable', subject: target.userId });
  });
}

/** Ends all sessions of a person: a lost phone, a browser left open. */
export async function endSessionsOfPerson(given: OnPerson): Promise<void> {
  await inTransaction(async (tx) => {
    const { admin, target } = await lockTarget(tx, given);
    const except = target.userId === admin.userId ? { except: admin.sessionId } : {};
    const ended = await revokeSessionsOf(tx, { userId: target.userId, ...except });
    await audit(tx, {
      actor: admin,
      action: 'staff.end_sessions',
      subject: target.userId,
      after: { ended },
    });
  });
}
