import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { rateField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';

const pair = { baseCode: z.string().max(10), quoteCode: z.string().max(10) };
const rateInput = z.object({ ...pair, price: rateField });

/** Types the price of one base in quote. A pair is kept one way round: its inverse is derived. Admins only. */
export async function saveMarketRate({ actor, input }: { actor: Actor; input: unknown }): Promise<void> {
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
