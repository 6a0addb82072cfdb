import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';

const switchInput = z.object({ directionId: z.string().max(40), enabled: z.boolean() });

/** Opens or closes one direction from the list. Admins only. */
export async function switchDirection({ actor, input }: { actor: Actor; input: unknown }): Promise<void> {
  requireRole(actor, 'admin');
  const { directionId, enabled } = parseInput(switchInput, input);
  await auditedChange({ actor, action: enabled ? 'direction.open' : 'direction.close' }, async (tx) => {
    const before = await tx.direction.findUnique({
      where: { id: directionId },
      include: { from: true, to: true },
    });
    if (!before) fail('not_found');
    await tx.direction.update({ where: { id: directionId }, data: { enabled, updatedAt: now() } });
    const subject = `${before.from.code}-${before.to.code}`;
    return { subject, before: { enabled: before.enabled }, after: { enabled }, result: undefined };
  });
}
