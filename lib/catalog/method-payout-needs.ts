import { fail } from '@/lib/errors';
import { payoutLacks } from '@/lib/payments/payouts/payout-lacks';
import type { Prisma } from '@/prisma/generated/client';
import type { MethodInput } from './method-input';

/**
 * Refuses, beside the list of what is asked of customers, an open method that does not ask for what its system needs to
 * pay out. A closed one may be half done; also, nothing may keep an admin from closing one.
 */
export async function checkPayoutNeeds(
  tx: Prisma.TransactionClient,
  { enabled, payOutConnectionId, fields }: Pick<MethodInput, 'enabled' | 'payOutConnectionId' | 'fields'>,
): Promise<void> {
  if (!enabled || payOutConnectionId === null) return;
  const connection = await tx.systemConnection.findUnique({
    where: { id: payOutConnectionId },
    select: { systemCode: true, label: true },
  });
  const lacks = connection && payoutLacks({ ...connection, fields });
  if (lacks) fail('invalid_input', { fields: { fields: lacks } });
}
