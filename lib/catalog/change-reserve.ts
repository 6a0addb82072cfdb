import { z } from 'zod';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import { parseAmount } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { shortText } from '@/lib/text';

const reserveInput = z.object({
  methodCode: z.string().max(16),
  amount: z.string('fields.required').max(60, 'fields.amount'),
  reason: shortText(200).refine((text) => text.length >= 5, 'fields.reason'),
  idempotencyKey: z.uuid(),
});

/** Grows or shrinks a reserve by a signed decimal of the method's asset, as an admin typed it. Admins only. */
export async function changeReserve({ actor, input }: { actor: Actor; input: unknown }): Promise<void> {
  requireRole(actor, 'admin');
  const { methodCode, amount, reason, idempotencyKey } = parseInput(reserveInput, input);
  const method = await prisma().paymentMethod.findUnique({
    where: { code: methodCode },
    include: { asset: true },
  });
  if (!method) fail('not_found');
  const below = /^\s*[-−]/.test(amount);
  const parsed = parseAmount(amount.replace(/^\s*[-−+]/, ''), method.asset.scale);
  if (!parsed.ok) {
    const params = { max: String(method.asset.scale) };
    const key =
      parsed.reason === 'too_many_decimals'
        ? 'amountDecimals'
        : parsed.reason === 'too_large'
          ? 'amountTooLarge'
          : 'amount';
    fail('invalid_input', { fields: { amount: { key, params } } });
  }
  if (parsed.units === 0n) fail('invalid_input', { fields: { amount: { key: 'notZero' } } });
  await adjustReserve({
    actor,
    methodId: method.id,
    amountUnits: below ? -parsed.units : parsed.units,
    reason,
    idempotencyKey,
  });
}
