import { z } from 'zod';
import { audit } from '@/lib/audit';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { locales } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { emailText, optionalShortText } from '@/lib/text';
import { sendLink } from './account-letters';
import { type Actor, hasRole, type Role, requireRole, type UserActor } from './actor';
import { forgetStranger } from './forget-stranger';
import { listedRole, ownersRoles } from './grantable-roles';
import { knownRoles } from './load-actor';
import { revokeSessionsOf } from './revoke-sessions';
import { rolesInput } from './set-roles';
import { lockTarget, type Target } from './staff-target';
import { voidTokens } from './tokens';

const inviteInput = z.object({
  email: emailText(),
  name: optionalShortText(100),
  locale: z.enum(locales, { error: 'choice' }),
  roles: rolesInput,
});

type Invite = { email: string; name: string; locale: string; roles: string[]; actor: Actor };

/**
 * Gives roles to the person of an e-mail. Without an account one is made; whoever has no password yet gets a letter
 * with a link to set it. An account that exists keeps its name, its password and the roles it has. `cashier` is not
 * given here: the list of cashiers does. Throws `forbidden`.
 */
export async function invitePerson(given: Invite): Promise<{ userId: string }> {
  const admin = requireRole(given.actor, 'admin');
  const { email, name, locale, roles: asked } = parseInput(inviteInput, given);
  const roles = asked.filter((role) => role !== listedRole);
  if (!hasRole(admin, 'owner') && roles.some((role) => ownersRoles.includes(role))) fail('forbidden');
  return inTransaction(async (tx) => {
    const userId = await userOf(tx, { email, name, locale });
    const { target } = await lockTarget(tx, { actor: admin, userId });
    if (target.disabled) fail('invalid_input', { fields: { email: { key: 'accountDisabled' } } });
    await grant(tx, { admin, target, roles });
    const trusted = await dropUnprovedPassword(tx, userId);
    if (!trusted) {
      await tx.query('UPDATE users SET name = $2 WHERE id = $1', [userId, name]);
      await sendInvitation(tx, { admin, target: { ...target, name } });
    } else if (!target.hasPassword) await sendInvitation(tx, { admin, target });
    return { userId };
  });
}

/** Sends the link to set a password once more, to somebody who has not done it yet. */
export async function sendPasswordLink(given: { userId: string; actor: Actor }): Promise<void> {
  await inTransaction(async (tx) => {
    const { admin, target } = await lockTarget(tx, given);
    if (target.disabled || target.hasPassword) fail('forbidden');
    await sendInvitation(tx, { admin, target });
    await audit(tx, { actor: admin, action: 'staff.password_link', subject: target.userId });
  });
}

/** The account of an e-mail, made without a password if there is none. */
export async function userOf(
  tx: Tx,
  { email, name, locale }: { email: string; name: string; locale: string },
): Promise<string> {
  await tx.query(
    `INSERT INTO users (id, email, name, locale, roles, created_at) VALUES ($1, $2, $3, $4, '{customer}', $5)
     ON CONFLICT (email) DO NOTHING`,
    [newId('usr'), email, name, locale, now()],
  );
  return (await tx.one<{ id: string }>('SELECT id FROM users WHERE email = $1', [email])).id;
}

/**
 * Rights go to the owner of the mailbox. An account that was signed up for but never confirmed may be a stranger's,
 * who waits for exactly this: its password and sessions end, and what he typed goes. Returns whether there was nothing
 * to drop.
 */
export async function dropUnprovedPassword(tx: Tx, userId: string): Promise<boolean> {
  const dropped = await tx.query(
    `UPDATE users SET password_hash = NULL
      WHERE id = $1 AND email_confirmed_at IS NULL AND password_hash IS NOT NULL RETURNING id`,
    [userId],
  );
  if (dropped.length === 0) return true;
  await forgetStranger(tx, userId);
  await revokeSessionsOf(tx, { userId });
  await voidTokens(tx, { userId, purposes: ['confirm_email', 'reset_password', 'set_password'] });
  return false;
}

async function grant(tx: Tx, step: { admin: UserActor; target: Target; roles: Role[] }): Promise<void> {
  const { admin, target } = step;
  const roles = knownRoles([...target.roles, 'customer', ...step.roles]);
  await tx.query('UPDATE users SET roles = $2::text[]::"Role"[] WHERE id = $1', [target.userId, roles]);
  await audit(tx, {
    actor: admin,
    action: 'staff.invite',
    subject: target.userId,
    before: { roles: target.roles },
    after: { roles },
  });
}

async function sendInvitation(tx: Tx, step: { admin: UserActor; target: Target }): Promise<void> {
  const invitedBy = step.admin.name || step.admin.email;
  await sendLink(tx, { to: step.target, purpose: 'set_password', invitedBy });
}
