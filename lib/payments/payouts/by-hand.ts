import { hasRole, type UserActor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';

/** Stands for the system where an operator pays by hand. Nothing is ever sent or asked by it. */
export const handSystem = 'hand';

export function isByHand({ systemCode }: Pick<PayoutRow, 'systemCode'>): boolean {
  return systemCode === handSystem;
}

/** Whoever asked for a payout neither pays it nor says what became of it. Throws `second_person`. */
export function requireOtherPayer(
  { requestedBy }: Pick<PayoutRow, 'requestedBy'>,
  { userId }: UserActor,
): void {
  if (requestedBy === userId) fail('second_person');
}

/**
 * Whether he may say what became of a payout that is taken to be paid: he who took it, or an admin where that one is
 * away. A colleague who refused it meanwhile would give back money that is on its way.
 */
export function mayTellOfTaken({ facts }: Pick<PayoutRow, 'facts'>, reader: UserActor): boolean {
  return facts.takenById === reader.userId || hasRole(reader, 'admin');
}
