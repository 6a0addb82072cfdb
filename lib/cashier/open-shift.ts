import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * Opens a shift with a counted drawer. Input: `counted.<asset>` for every asset of `drawerToCount`, `note`,
 * `idempotencyKey`. Where the count is not what the ledger says the note is required (field `note`, key
 * `drawerDifference`) and the difference is posted. Throws `shift_open`, `cashier_off`, `forbidden` (no drawer),
 * `invalid_input`.
 */
export async function openShift(_given: { actor: Actor; input: unknown }): Promise<{ shiftId: string }> {
  return fail('unavailable');
}
