import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * Brings cash into one's own drawer from the safe, or collects from it. Input: `asset`, `direction` (`bring`,
 * `collect`), `amount`, `note`, `idempotencyKey`. Throws `shift_closed`, `drawer_not_enough`, `cashier_off`,
 * `cashier_asset`, `invalid_input`, `idempotency_mismatch`.
 */
export async function moveDrawer(_given: { actor: Actor; input: unknown }): Promise<{ moveId: string }> {
  return fail('unavailable');
}
