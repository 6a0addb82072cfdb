import { type Actor, hasRole, type Role, roles } from './actor';

/** Everything beyond a customer. */
export const staffRoles: Role[] = roles.filter((role) => role !== 'customer');

/** Roles that only an owner gives, takes, or touches the holders of. */
export const ownersRoles: Role[] = ['admin', 'owner'];

/** What this person may give and take; the commands check it by themselves. */
export function grantableRoles(actor: Actor): Role[] {
  if (hasRole(actor, 'owner')) return staffRoles;
  return hasRole(actor, 'admin') ? staffRoles.filter((role) => !ownersRoles.includes(role)) : [];
}

/** Whether the actor may change somebody with these roles. */
export function mayTouch(actor: Actor, held: readonly Role[]): boolean {
  return hasRole(actor, 'owner') || !held.some((role) => ownersRoles.includes(role));
}
