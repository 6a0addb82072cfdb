import type { UserActor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';

/** Stands for the system where an operator pays by hand. Nothing is ever sent or asked by it. */
export const handSystem = 'hand';

export function isByHand({ systemCode }: Pick<PayoutRow, 'systemCode'>): boolean {
  return systemCode === handSystem;
}

/** Who asked for a payout that wants two people does not pay it either. Throws `second_person`. */
export function requireOtherPayer(
  { requestedBy, approvedBy }: Pick<PayoutRow, 'requestedBy' | 'approvedBy'>,
  { userId }: UserActor,
): void {
  if (approvedBy !== null && requestedBy === userId) fail('second_person');
}
