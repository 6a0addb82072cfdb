import type { Role } from './actor';

/** How long a sign-in lasts at most. The cookie lives as long. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Who may touch other people's money is asked again after a pause of so many hours. */
export const staffIdleHours = 12;

/** Roles beyond the customer's. */
export function isStaff(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'customer');
}
