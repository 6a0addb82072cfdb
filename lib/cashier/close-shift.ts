import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * Closes a shift with a counted drawer. Input: `shiftId`, `counted.<asset>`, `note`, `idempotencyKey`. One's own; a
 * senior cashier or an admin closes anybody's, as when a cashier was suspended. Throws `shift_closed`, `not_found`,
 * `cashier_off`, `invalid_input` (field `note`, key `drawerDifference`, where there is a difference without a word).
 */
export async function closeShift(_given: { actor: Actor; input: unknown }): Promise<{ shiftId: string }> {
  return fail('unavailable');
}
