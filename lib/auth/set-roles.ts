import { z } from 'zod';
import { audit } from '@/lib/audit';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { type Actor, hasRole, type Role, roles } from './actor';
import { listedRole, ownersRoles } from './grantable-roles';
import { knownRoles } from './load-actor';
import { isStaff } from './session-policy';
import { keepAnOwner, lockTarget } from './staff-target';

export const rolesInput = z.array(z.enum(roles, { error: 'choice' })).max(roles.length, { error: 'invalid' });

/**
 * Gives and takes roles; everybody stays a customer. Only an owner gives or takes `admin` and `owner`, and the last
 * owner stays. `cashier` stays as the list of cashiers says, whatever is asked for here. Counts with the person's next
 * request. Throws `forbidden`, `last_owner`, `not_found`.
 */
export async function setRoles(given: { userId: string; roles: string[]; actor: Actor }): Promise<void> {
  const input = parseInput(z.object({ roles: rolesInput }), given);
  const asked = input.roles.filter((role) => role !== listedRole);
  await inTransaction(async (tx) => {
    const { admin, target } = await lockTarget(tx, given);
    const wanted = knownRoles(['customer', ...asked, ...(await rolesByList(tx, target.userId))]);
    const changed = difference(target.roles, wanted);
    if (changed.length === 0) return;
    if (!hasRole(admin, 'owner') && changed.some((role) => ownersRoles.includes(role))) fail('forbidden');
    // Whoever chose this password has not shown that the mailbox is his: an invitation asks for that first.
    if (!target.confirmed && target.hasPassword && isStaff(wanted)) fail('email_not_confirmed');
    if (target.roles.includes('owner') && !wanted.includes('owner')) await keepAnOwner(tx, target.userId);
    await tx.query('UPDATE users SET roles = $2::text[]::"Role"[] WHERE id = $1', [target.userId, wanted]);
    await audit(tx, {
      actor: admin,
      action: 'staff.roles',
      subject: target.userId,
      before: { roles: target.roles },
      after: { roles: wanted },
    });
  });
}

/** `cashier`, where the person stands in the list of cashiers and is not suspended. */
async function rolesByList(tx: Tx, userId: string): Promise<Role[]> {
  const listed = await tx.maybeOne('SELECT 1 FROM cashiers WHERE user_id = $1 AND suspended_at IS NULL', [
    userId,
  ]);
  return listed ? [listedRole] : [];
}

function difference(before: readonly Role[], after: readonly Role[]): Role[] {
  return roles.filter((role) => before.includes(role) !== after.includes(role));
}
