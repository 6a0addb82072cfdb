import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { rateField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import type { Prisma } from '@/prisma/generated/client';

const pair = { baseCode: z.string().max(10), quoteCode: z.string().max(10) };
const rateInput = z.object({ ...pair, price: rateField });

/**
 * Types the price of one base in quote. A pair is kept one way round: its inverse is derived. A price far from the
 * present one may be a slip of a finger that customers are sold at from the next second on, so it is asked once
 * (`rateJump` beside the field) unless it is `confirmed`. Admins only.
 */
export async function saveMarketRate({
  actor,
  input,
  confirmed = false,
}: {
  actor: Actor;
  input: unknown;
  confirmed?: boolean;
}): Promise<void> {
  const admin = requireRole(actor, 'admin');
  const { baseCode, quoteCode, price } = parseInput(rateInput, input);
  if (baseCode === quoteCode) fail('invalid_input', { fields: { quoteCode: { key: 'sameMethod' } } });
  const known = await prisma().asset.count({ where: { code: { in: [baseCode, quoteCode] } } });
  if (known !== 2) fail('invalid_input', { fields: { baseCode: { key: 'choice' } } });
  await auditedChange({ actor, action: 'rate.update' }, async (tx) => {
    const inverse = await tx.marketRate.findUnique({
      where: { baseCode_quoteCode: { baseCode: quoteCode, quoteCode: baseCode } },
    });
    if (inverse) fail('code_taken', { params: { code: `${quoteCode}/${baseCode}` } });
    const key = { baseCode, quoteCode };
    const before = await tx.marketRate.findUnique({ where: { baseCode_quoteCode: key } });
    if (before && !confirmed) askAboutJump(before.price, price);
    const data = { price, source: 'hand', updatedAt: now(), updatedBy: admin.name || admin.email };
    await tx.marketRate.upsert({
      where: { baseCode_quoteCode: key },
      create: { ...key, ...data },
      update: data,
    });
    return {
      subject: `${baseCode}/${quoteCode}`,
      before: before && { price: before.price.toString() },
      after: { price },
      result: undefined,
    };
  });
}

/** A fifth less, or a fourth more: markets rarely move so far between two looks of a person. */
function askAboutJump(present: Prisma.Decimal, price: string): void {
  const ratio = present.div(price);
  if (ratio.lte(1.25) && ratio.gte(0.8)) return;
  const percent = present.minus(price).div(present).abs().times(100).toFixed(0);
  fail('invalid_input', {
    fields: { price: { key: 'rateJump', params: { before: present.toFixed(), percent } } },
  });
}

/** Takes a pair away; directions that hang on it close until it is back. Admins only. */
export async function deleteMarketRate({ actor, input }: { actor: Actor; input: unknown }): Promise<void> {
  requireRole(actor, 'admin');
  const key = parseInput(z.object(pair), input);
  await auditedChange({ actor, action: 'rate.delete' }, async (tx) => {
    const before = await tx.marketRate.findUnique({ where: { baseCode_quoteCode: key } });
    if (!before) fail('not_found');
    await tx.marketRate.delete({ where: { baseCode_quoteCode: key } });
    return {
      subject: `${key.baseCode}/${key.quoteCode}`,
      before: { price: before.price.toString() },
      after: null,
      result: undefined,
    };
  });
}
