import { z } from 'zod';
import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import {
  amountOrZeroField,
  checkField,
  optionalAmountField,
  percentField,
  rateField,
  stepField,
  wholeField,
} from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { possibleTypes, sideSystem } from '@/lib/exchange/direction-type';
import { exchangeTypes } from '@/lib/exchange/types';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';
import { directionVersion, refuseStale } from './form-version';
import { requireOrder } from './limits';

/** Tags of monitors that no other setting can tell. None says that registration is needed: guests may order anything. */
export const directionTags = [
  'verifying',
  'cardverify',
  'juridical',
  'otherin',
  'otherout',
  'card2card',
  'delivery',
] as const;

type Scales = { from: number; to: number };

function directionInput({ from, to }: Scales) {
  return z
    .object({
      type: z.enum(['', ...exchangeTypes], 'fields.choice').default(''),
      rateKind: z.enum(['fixed', 'market'], 'fields.choice'),
      fixedIn: z.string().default(''),
      fixedOut: z.string().default(''),
      spreadPercent: percentField({ negative: true }),
      minGive: optionalAmountField(from),
      maxGive: optionalAmountField(from),
      minGet: optionalAmountField(to),
      maxGet: optionalAmountField(to),
      feePercent: percentField(),
      fee: amountOrZeroField(from),
      minFee: amountOrZeroField(from),
      giveStep: stepField(from),
      getStep: stepField(to),
      expiryMinutes: wholeField(5, 10_080),
      usualMinutes: wholeField(1, 10_080),
      textEn: optionalLongText(6_000),
      textRu: optionalLongText(6_000),
      tags: z.array(z.enum(directionTags, 'fields.choice')).default([]),
      enabled: checkField,
      sort: wholeField(0, 9_999),
    })
    .transform((read, context) => {
      if (read.rateKind === 'market') return { ...read, fixedIn: null, fixedOut: null };
      const fixed = {
        fixedIn: rateField.safeParse(read.fixedIn),
        fixedOut: rateField.safeParse(read.fixedOut),
      };
      for (const [name, result] of Object.entries(fixed)) {
        const issue = result.error?.issues[0];
        if (!issue) continue;
        const params = issue.code === 'custom' ? issue.params : undefined;
        context.addIssue({ code: 'custom', path: [name], message: issue.message, params });
      }
      return { ...read, fixedIn: fixed.fixedIn.data ?? null, fixedOut: fixed.fixedOut.data ?? null };
    });
}

type DirectionMethods = { fromCode: string; toCode: string };

/**
 * Makes the direction between two methods or changes it. Refuses a type that the payment systems of the two methods
 * cannot do, saying which ones they can, and a form that was opened before somebody else's change (`form_stale`).
 * Admins only.
 */
export async function saveDirection({
  actor,
  isNew,
  fromCode,
  toCode,
  input,
}: { actor: Actor; isNew: boolean; input: Record<string, unknown> } & DirectionMethods): Promise<void> {
  requireRole(actor, 'admin');
  const { from, to } = await loadMethods({ fromCode, toCode });
  const read = parseInput(directionInput({ from: from.asset.scale, to: to.asset.scale }), input);
  requireOrder(read, [
    ['minGive', 'maxGive'],
    ['minGet', 'maxGet'],
  ]);
  const type = read.type || null;
  const possible: readonly string[] = possibleTypes({
    payIn: sideSystem(from.kind, from.payInConnection?.systemCode ?? null),
    payOut: sideSystem(to.kind, to.payOutConnection?.systemCode ?? null),
  });
  if (!possible.includes(type ?? from.defaultType)) {
    fail('direction_type_impossible', {
      fields: { type: { key: 'typeImpossible', params: { types: possible.join(', ') } } },
    });
  }
  const data = {
    type,
    rateKind: read.rateKind,
    fixedIn: read.fixedIn,
    fixedOut: read.fixedOut,
    spreadBps: read.spreadPercent,
    minGiveUnits: read.minGive,
    maxGiveUnits: read.maxGive,
    minGetUnits: read.minGet,
    maxGetUnits: read.maxGet,
    feeBps: read.feePercent,
    feeUnits: read.fee,
    minFeeUnits: read.minFee,
    giveStepUnits: read.giveStep,
    getStepUnits: read.getStep,
    expiryMinutes: read.expiryMinutes,
    usualMinutes: read.usualMinutes,
    texts: { en: read.textEn, ru: read.textRu },
    tags: read.tags,
    enabled: read.enabled,
    sort: read.sort,
    updatedAt: now(),
  };
  await auditedChange({ actor, action: isNew ? 'direction.create' : 'direction.update' }, async (tx) => {
    const pair = { fromMethodId: from.id, toMethodId: to.id };
    await tx.$queryRaw`SELECT 1 FROM directions
      WHERE from_method_id = ${from.id} AND to_method_id = ${to.id} FOR NO KEY UPDATE`;
    const before = await tx.direction.findUnique({ where: { fromMethodId_toMethodId: pair } });
    const subject = `${fromCode}-${toCode}`;
    if (isNew && before)
      fail('code_taken', { params: { code: subject }, fields: { toCode: { key: 'directionTaken' } } });
    if (!isNew && !before) fail('not_found');
    if (before) refuseStale(input.version, directionVersion(before));
    const after = before
      ? await tx.direction.update({ where: { id: before.id }, data })
      : await tx.direction.create({ data: { ...data, ...pair, id: newId('dir'), createdAt: now() } });
    return { subject, before, after, result: undefined };
  });
}

async function loadMethods({ fromCode, toCode }: DirectionMethods) {
  if (fromCode === toCode) fail('invalid_input', { fields: { toCode: { key: 'sameMethod' } } });
  const found = await prisma().paymentMethod.findMany({
    where: { code: { in: [fromCode, toCode] } },
    include: { asset: true, payInConnection: true, payOutConnection: true },
  });
  const from = found.find(({ code }) => code === fromCode);
  const to = found.find(({ code }) => code === toCode);
  if (!from) fail('invalid_input', { fields: { fromCode: { key: 'choice' } } });
  if (!to) fail('invalid_input', { fields: { toCode: { key: 'choice' } } });
  return { from, to };
}
