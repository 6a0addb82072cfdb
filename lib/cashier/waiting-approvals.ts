import type { Actor } from '@/lib/auth/actor';
import type { ApprovalView } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';

/** What waits for a second person, oldest first, his own left in (he sees that they wait). Seniors and admins only. */
export async function waitingApprovals(_actor: Actor): Promise<ApprovalView[]> {
  return fail('unavailable');
}

/** One of them with all there is to know. Throws `not_found`, `forbidden`. */
export async function approvalView(_actor: Actor, _operationId: string): Promise<ApprovalView> {
  return fail('unavailable');
}

/** How many wait, for a badge. Nobody's rights are asked: 0 for whoever may not approve. */
export async function waitingApprovalCount(_actor: Actor): Promise<number> {
  return fail('unavailable');
}
