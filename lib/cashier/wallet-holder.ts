import type { Actor } from '@/lib/auth/actor';
import type { HolderView } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';

/**
 * Whose wallet the number is, as a cashier sees him. Throws `invalid_input` (field `number`: a wrong digit, nothing is
 * looked up), `wallet_unknown`, `cashier_own_wallet`, `cashier_off`, `too_many_requests`.
 */
export async function walletHolder(_given: { actor: Actor; number: string }): Promise<HolderView> {
  return fail('unavailable');
}
