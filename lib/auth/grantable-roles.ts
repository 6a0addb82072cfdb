import { type Actor, hasRole, type Role, roles } from './actor';

/** Everything beyond a customer. */
export const staffRoles: Role[] = roles.filter((role) => role !== 'customer');

/** Roles that only an owner gives, takes, or touches the holders of. */
export const ownersRoles: Role[] = ['admin', 'owner'];

/** The role that follows the list of cashiers and is never given or taken by itself: the two cannot contradict each other. */
export const listedRole: Role = 'cashier';

/** What this person may give and take; the commands check it by themselves. */
export function grantableRoles(actor: Actor): Role[] {
  const given = staffRoles.filter((role) => role !== listedRole);
  if (hasRole(actor, 'owner')) return given;
  return hasRole(actor, 'admin') ? given.filter((role) => !ownersRoles.includes(role)) : [];
}

/** Whether the actor may change somebody with these roles. */
export function mayTouch(actor: Actor, held: readonly Role[]): boolean {
  return hasRole(actor, 'owner') || !held.some((role) => ownersRoles.includes(role));
}
