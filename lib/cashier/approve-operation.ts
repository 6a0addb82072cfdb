import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * The second person (a senior cashier, an admin) allows an operation: all is checked again and it is done. `note` is
 * needed where the receipt's number was used before. Throws `forbidden`, `second_person` (his own operation),
 * `cashier_own_wallet` (his own wallet), `not_found`, `operation_moved`, `operation_changed` (more stands against it
 * than was shown), `operation_rights_gone`, `operation_shift_closed`, and what the operation itself throws.
 */
export async function approveOperation(_given: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  return fail('unavailable');
}
