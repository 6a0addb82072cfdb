import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * Takes a done operation back. Input `{ operationId, reason }`. One's own last operation within the minutes of the
 * settings; anything else another person with the right (a senior cashier, an admin). Throws `reversal_late`,
 * `second_person`, `cashier_own_wallet`, `wallet_not_enough` (what was topped up is spent), `drawer_not_enough`,
 * `operation_moved`, `not_found`, `forbidden`, `invalid_input` (field reason).
 */
export async function reverseOperation(_given: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  return fail('unavailable');
}
