import type { Actor } from '@/lib/auth/actor';
import type { DrawerBalance, DrawerCount, ShiftView } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';

/** The cashier's own open shift, or null. */
export async function currentShift(_actor: Actor): Promise<ShiftView | null> {
  return fail('unavailable');
}

/** One shift: one's own; any for seniors, admins and accountants. Throws `not_found`. */
export async function shiftView(_actor: Actor, _shiftId: string): Promise<ShiftView> {
  return fail('unavailable');
}

/** Shifts, newest first: one's own; all for seniors, admins and accountants. `differing`: only with a difference. */
export async function recentShifts(
  _actor: Actor,
  _filter: { cashierId?: string; differing?: boolean; before?: string } = {},
): Promise<ShiftView[]> {
  return fail('unavailable');
}

/** What is in the drawers now: one's own; all for seniors, admins and accountants. */
export async function drawerBalances(_actor: Actor): Promise<DrawerBalance[]> {
  return fail('unavailable');
}

/** The assets that a cashier counts at both ends of a shift: his, and whatever lies in his drawer besides. */
export async function drawerToCount(
  _actor: Actor,
): Promise<{ asset: string; scale: number; titles: { en: string; ru: string } }[]> {
  return fail('unavailable');
}

/** The count beside what the ledger says, before it is posted. Input: `counted.<asset>`, for closing `shiftId` too. */
export async function summariseCount(_given: { actor: Actor; input: unknown }): Promise<DrawerCount[]> {
  return fail('unavailable');
}
