import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

/**
 * The second person says no, or the cashier takes his own question back: what was held is free again. Input
 * `{ operationId, note }`, the note is required. Throws `forbidden`, `cashier_own_wallet`, `not_found`,
 * `operation_moved`.
 */
export async function declineOperation(_given: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  return fail('unavailable');
}
