import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Takes a connection away that was never used: no method names it, and no payment, payout or refund went through it.
 * Throws `in_use` otherwise: such a one is switched off. Admins only.
 */
export async function deleteConnection({
  actor,
  connectionId,
}: {
  actor: Actor;
  connectionId: string;
}): Promise<void> {
  requireRole(actor, 'admin');
  await auditedChange({ actor, action: 'connection.delete' }, async (tx) => {
    // A method that is given this connection meanwhile waits here, and is refused by the foreign key afterwards.
    await tx.$queryRaw`SELECT id FROM system_connections WHERE id = ${connectionId} FOR UPDATE`;
    const before = await tx.systemConnection.findUnique({ where: { id: connectionId } });
    if (!before) fail('not_found');
    if (await isUsed(tx, connectionId)) fail('in_use');
    await tx.systemConnection.delete({ where: { id: connectionId } });
    const { systemCode, label, settings, testMode, enabled } = before;
    return {
      subject: connectionId,
      before: { system: systemCode, label, settings, testMode, enabled },
      after: null,
      result: undefined,
    };
  });
}

/** Whether a method names the connection, or money ever went through it. */
export async function isUsed(
  tx: Pick<Prisma.TransactionClient, 'paymentMethod' | 'payment' | 'payout'>,
  connectionId: string,
): Promise<boolean> {
  const ofMethod = { OR: [{ payInConnectionId: connectionId }, { payOutConnectionId: connectionId }] };
  const found = [
    await tx.paymentMethod.findFirst({ where: ofMethod, select: { id: true } }),
    await tx.payment.findFirst({ where: { connectionId }, select: { id: true } }),
    await tx.payout.findFirst({ where: { connectionId }, select: { id: true } }),
  ];
  return found.some((row) => row !== null);
}
