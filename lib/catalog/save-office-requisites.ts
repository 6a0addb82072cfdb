import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { checkField, optionalAmountField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { shortText } from '@/lib/text';
import { refuseStale, requisitesVersion } from './form-version';
import { requireOrder } from './limits';

const line = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'fields.fieldKey'),
  titles: z.strictObject({ en: shortText(60), ru: shortText(60) }),
  value: shortText(200),
  copy: z.boolean(),
});

const linesJson = z
  .string()
  .max(20_000, 'fields.invalid')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'fields.invalid' });
      return z.NEVER;
    }
  })
  .pipe(z.array(line).min(1, 'fields.required').max(12));

const requisitesInput = (scale: number) =>
  z.object({
    label: shortText(60),
    lines: linesJson,
    dayLimit: optionalAmountField(scale),
    monthLimit: optionalAmountField(scale),
    enabled: checkField,
  });

/**
 * Adds one set of the office's own details to a method's pool (`requisitesId` null) or changes it. Orders keep the
 * details they were shown, so a change reaches new orders only. A form that was opened before somebody else's change
 * is refused (`form_stale`): the card before would be back. Admins only.
 */
export async function saveOfficeRequisites({
  actor,
  methodCode,
  requisitesId,
  input,
}: {
  actor: Actor;
  methodCode: string;
  requisitesId: string | null;
  input: Record<string, unknown>;
}): Promise<void> {
  requireRole(actor, 'admin');
  const data = await readRequisites(methodCode, input);
  await auditedChange(
    { actor, action: requisitesId ? 'requisites.update' : 'requisites.create' },
    async (tx) => {
      const method = await tx.paymentMethod.findUnique({ where: { code: methodCode } });
      if (!method) fail('not_found');
      if (!requisitesId) {
        const after = await tx.officeRequisites.create({
          data: { ...data, id: newId('req'), methodId: method.id, createdAt: now() },
        });
        return { subject: methodCode, before: null, after, result: undefined };
      }
      await tx.$queryRaw`SELECT 1 FROM office_requisites WHERE id = ${requisitesId} FOR NO KEY UPDATE`;
      const before = await tx.officeRequisites.findFirst({
        where: { id: requisitesId, methodId: method.id },
      });
      if (!before) fail('not_found');
      refuseStale(input.version, requisitesVersion(before));
      const after = await tx.officeRequisites.update({ where: { id: requisitesId }, data });
      return { subject: methodCode, before, after, result: undefined };
    },
  );
}

/** What may come in by the set a day and a month is told in the method's asset. */
async function readRequisites(methodCode: string, input: unknown) {
  const method = await prisma().paymentMethod.findUnique({
    where: { code: methodCode },
    select: { asset: { select: { scale: true } } },
  });
  if (!method) fail('not_found');
  const { dayLimit, monthLimit, ...read } = parseInput(requisitesInput(method.asset.scale), input);
  requireOrder({ dayLimit, monthLimit }, [['dayLimit', 'monthLimit']]);
  return { ...read, dayLimitUnits: dayLimit, monthLimitUnits: monthLimit };
}
