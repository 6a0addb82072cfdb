import type { Actor } from '@/lib/auth/actor';
import { makeOperation, type OperationMade } from '@/lib/cashier/make-operation';
import type { Picture } from '@/lib/cashier/read-till-form';

/**
 * A cashier takes money out of a wallet, with a reason: never below zero, never what is on hold. `input`:
 * `WriteOffForm`. Throws what `topUpByCashier` throws, and `cashier_no_write_off`, `wallet_not_enough`,
 * `drawer_not_enough`.
 */
export async function writeOffByCashier(given: {
  actor: Actor;
  input: unknown;
  picture?: Picture;
}): Promise<OperationMade> {
  return makeOperation({ ...given, kind: 'write_off' });
}
