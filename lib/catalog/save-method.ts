import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import {
  amountOrZeroField,
  checkField,
  optionalAmountField,
  percentField,
  titlesFields,
  wholeField,
} from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { prisma, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { exchangeTypes } from '@/lib/exchange/types';
import { newId } from '@/lib/ids';
import { accountsOfMethod, createAccounts } from '@/lib/ledger/accounts';
import { parseInput } from '@/lib/parse-input';
import { requisiteFields } from '@/lib/requisites/field';
import { optionalLongText } from '@/lib/text';
import { requireOrder } from './limits';

export const methodKinds = ['bank', 'card', 'emoney', 'crypto', 'cash'] as const;
export const qrKinds = ['none', 'coin', 'ru_bank', 'epc'] as const;

/** The fields editor sends its list as JSON; what cannot be read is told like any other wrong input. */
const fieldsJson = z
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
  .pipe(requisiteFields);

function methodInput(scale: number) {
  return z.object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z][A-Z0-9]{1,15}$/, 'fields.code'),
    kind: z.enum(methodKinds, 'fields.choice'),
    assetCode: z.string(),
    ...titlesFields,
    fields: fieldsJson,
    instructionsEn: optionalLongText(4_000),
    instructionsRu: optionalLongText(4_000),
    defaultType: z.enum(exchangeTypes, 'fields.choice'),
    payInFeePercent: percentField(),
    payInFee: amountOrZeroField(scale),
    payOutFeePercent: percentField(),
    payOutFee: amountOrZeroField(scale),
    minIn: optionalAmountField(scale),
    maxIn: optionalAmountField(scale),
    minOut: optionalAmountField(scale),
    maxOut: optionalAmountField(scale),
    city: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{0,8}$/, 'fields.invalid')
      .default(''),
    qrKind: z.enum(qrKinds, 'fields.choice'),
    sort: wholeField(0, 9_999),
    enabled: checkField,
  });
}

/**
 * Makes a payment method (`methodId` null) or changes it. Amounts come as decimals of its asset. The asset and the
 * monitor code are fixed once made: reserves and old orders hang on them. Admins only.
 * @returns the method's code, for its page.
 */
export async function saveMethod({
  actor,
  methodId,
  input,
}: {
  actor: Actor;
  methodId: string | null;
  input: Record<string, unknown>;
}): Promise<string> {
  requireRole(actor, 'admin');
  const data = await readMethod(input);
  const newMethodId = newId('mth');
  const code = await auditedChange(
    { actor, action: methodId ? 'method.update' : 'method.create' },
    async (tx) => {
      const taken = await tx.paymentMethod.findUnique({ where: { code: data.code } });
      if (taken && taken.id !== methodId)
        fail('code_taken', { params: { code: data.code }, fields: { code: { key: 'codeTaken' } } });
      if (!methodId) {
        const after = await tx.paymentMethod.create({
          data: { ...data, id: newMethodId, createdAt: now(), updatedAt: now() },
        });
        return { subject: data.code, before: null, after, result: data.code };
      }
      const before = await tx.paymentMethod.findUnique({ where: { id: methodId } });
      if (!before) fail('not_found');
      const { code: _code, assetCode: _asset, ...changes } = data;
      const after = await tx.paymentMethod.update({
        where: { id: methodId },
        data: { ...changes, updatedAt: now() },
      });
      return { subject: before.code, before, after, result: before.code };
    },
  );
  if (!methodId) await createAccounts({ query }, accountsOfMethod(newMethodId, data.assetCode));
  return code;
}

async function readMethod(input: Record<string, unknown>) {
  const asset = await prisma().asset.findUnique({ where: { code: String(input.assetCode ?? '') } });
  if (!asset) fail('invalid_input', { fields: { assetCode: { key: 'choice' } } });
  const read = parseInput(methodInput(asset.scale), input);
  requireOrder(read, [
    ['minIn', 'maxIn'],
    ['minOut', 'maxOut'],
  ]);
  return {
    code: read.code,
    kind: read.kind,
    assetCode: asset.code,
    titles: { en: read.titleEn, ru: read.titleRu },
    fields: read.fields,
    instructions: { en: read.instructionsEn, ru: read.instructionsRu },
    defaultType: read.defaultType,
    payInFeeBps: read.payInFeePercent,
    payInFeeUnits: read.payInFee,
    payOutFeeBps: read.payOutFeePercent,
    payOutFeeUnits: read.payOutFee,
    minInUnits: read.minIn,
    maxInUnits: read.maxIn,
    minOutUnits: read.minOut,
    maxOutUnits: read.maxOut,
    city: read.city || null,
    qrKind: read.qrKind,
    sort: read.sort,
    enabled: read.enabled,
  };
}
