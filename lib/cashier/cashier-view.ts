import type { Actor } from '@/lib/auth/actor';
import type { CashierView } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';

/** Who stands at the till and what he may, for its pages. Throws `not_signed_in`, `cashier_off`. */
export async function cashierView(_actor: Actor): Promise<CashierView> {
  return fail('unavailable');
}
