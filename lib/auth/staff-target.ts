import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { Addressee } from './account-letters';
import { type Actor, type Role, requireRole, type UserActor } from './actor';
import { mayTouch } from './grantable-roles';
import { knownRoles } from './load-actor';

/** Whom an admin changes, locked until the transaction ends. */
export type Target = Addressee & {
  roles: Role[];
  disabled: boolean;
  confirmed: boolean;
  hasPassword: boolean;
};

/**
 * The person to be changed. Throws `forbidden` unless the actor is an admin, or if the person is an admin or owner
 * and the actor no owner; `not_found`.
 */
export async function lockTarget(
  tx: Tx,
  { actor, userId }: { actor: Actor; userId: string },
): Promise<{ admin: UserActor; target: Target }> {
  const admin = requireRole(actor, 'admin');
  if (!isId('usr', userId)) fail('not_found');
  await lockOwners(tx);
  const row = await tx.maybeOne<Omit<Target, 'roles'> & { roles: string[] }>(
    `SELECT id AS "userId", email, name, locale, roles::text[] AS roles, disabled_at IS NOT NULL AS disabled,
            email_confirmed_at IS NOT NULL AS confirmed,
            password_hash IS NOT NULL AS "hasPassword"
       FROM users WHERE id = $1 FOR NO KEY UPDATE`,
    [userId],
  );
  if (!row) fail('not_found');
  const target = { ...row, roles: knownRoles(row.roles) };
  if (!mayTouch(admin, target.roles)) fail('forbidden');
  return { admin, target };
}

/** All owners are locked in one order: two who remove each other wait in line, and the second is the last. */
async function lockOwners(tx: Tx): Promise<void> {
  await tx.query(`SELECT id FROM users WHERE 'owner' = ANY(roles) ORDER BY id FOR NO KEY UPDATE`);
}

/** Throws `last_owner` if nobody else is an owner who can sign in. */
export async function keepAnOwner(tx: Tx, userId: string): Promise<void> {
  const others = await tx.query(
    `SELECT id FROM users
      WHERE 'owner' = ANY(roles) AND disabled_at IS NULL AND password_hash IS NOT NULL AND id <> $1 LIMIT 1`,
    [userId],
  );
  if (others.length === 0) fail('last_owner');
}
