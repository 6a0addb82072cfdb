import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';

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
    const before = await tx.systemConnection.findUnique({ where: { id: connectionId } });
    if (!before) fail('not_found');
    const uses = await Promise.all([
      tx.paymentMethod.count({
        where: { OR: [{ payInConnectionId: connectionId }, { payOutConnectionId: connectionId }] },
      }),
      tx.payment.count({ where: { connectionId } }),
      tx.payout.count({ where: { connectionId } }),
    ]);
    if (uses.some((count) => count > 0)) fail('in_use');
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
