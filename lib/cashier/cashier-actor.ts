import type { Actor, UserActor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/** An active cashier with his rights as they stand now. `limits` by asset, in units; null means any. */
export type CashierActor = {
  actor: UserActor;
  userId: string;
  mayWriteOff: boolean;
  senior: boolean;
  hasDrawer: boolean;
  limits: Map<string, { operationUnits: bigint | null; dayUnits: bigint | null }>;
  shiftId: string | null;
};

/** Throws `not_signed_in`, `cashier_off` (never named, or suspended). */
export async function requireCashier(_actor: Actor): Promise<CashierActor> {
  return fail('unavailable');
}
