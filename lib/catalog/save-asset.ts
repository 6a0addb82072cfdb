import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { titlesFields, wholeField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { optionalShortText } from '@/lib/text';

export const assetInput = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{1,9}$/, 'fields.assetCode'),
  kind: z.enum(['fiat', 'crypto'], 'fields.choice'),
  scale: wholeField(0, 8),
  symbol: optionalShortText(4),
  ...titlesFields,
});

/**
 * Makes an asset (`isNew`) or changes its titles and symbol. The scale is what all amounts are counted in,
 * so it never changes once a method uses the asset. Admins only.
 */
export async function saveAsset({
  actor,
  isNew,
  input,
}: {
  actor: Actor;
  isNew: boolean;
  input: unknown;
}): Promise<void> {
  requireRole(actor, 'admin');
  const { code, kind, scale, symbol, titleEn, titleRu } = parseInput(assetInput, input);
  const data = { kind, scale, symbol, titles: { en: titleEn, ru: titleRu } };
  await auditedChange({ actor, action: isNew ? 'asset.create' : 'asset.update' }, async (tx) => {
    const before = await tx.asset.findUnique({
      where: { code },
      include: { _count: { select: { methods: true } } },
    });
    if (isNew) {
      if (before) fail('code_taken', { params: { code } });
      const after = await tx.asset.create({ data: { ...data, code, createdAt: now() } });
      return { subject: code, before: null, after, result: undefined };
    }
    if (!before) fail('not_found');
    const { _count, ...old } = before;
    if (_count.methods > 0 && (old.scale !== scale || old.kind !== kind)) {
      fail('invalid_input', { fields: { scale: { key: 'scaleFixed' } } });
    }
    const after = await tx.asset.update({ where: { code }, data });
    return { subject: code, before: old, after, result: undefined };
  });
}
