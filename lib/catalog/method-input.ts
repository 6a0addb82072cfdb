import { z } from 'zod';
import {
  amountOrZeroField,
  checkField,
  optionalAmountField,
  percentField,
  titlesFields,
  wholeField,
} from '@/lib/catalog/input-fields';
import { exchangeTypes, type Localized } from '@/lib/exchange/types';
import { parseInput } from '@/lib/parse-input';
import { requisiteFields } from '@/lib/requisites/field';
import { optionalLongText, optionalShortText } from '@/lib/text';
import { requireOrder } from './limits';

/** What admins make methods of. Those of kind `wallet` are made with the assets that wallets hold. */
export const methodKinds = ['bank', 'card', 'emoney', 'crypto', 'cash'] as const;
export const qrKinds = ['none', 'coin', 'ru_bank', 'epc'] as const;
/** What a method may be used for. */
export const methodUses = ['exchange', 'topup', 'withdrawal', 'shop', 'checkout'] as const;
/** Who bears what a system keeps of a payment. */
export const feeBearers = ['office', 'customer'] as const;
/** Fields of "I have paid" whose titles a method may set. */
export const claimFields = ['payer', 'reference'] as const;

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

/** Ids of connections come from a list; nothing chosen is none. */
const choiceOrNone = z
  .string()
  .max(40)
  .default('')
  .transform((id) => id || null);

const general = {
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
  uses: z
    .array(z.enum(methodUses, 'fields.choice'))
    .min(1, 'fields.required')
    .default(['exchange'])
    .transform((uses) => [...new Set(uses)]),
  city: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{0,8}$/, 'fields.invalid')
    .default(''),
  qrKind: z.enum(qrKinds, 'fields.choice'),
  sort: wholeField(0, 9_999),
  enabled: checkField,
};

const systems = {
  payInConnectionId: choiceOrNone,
  payOutConnectionId: choiceOrNone,
  payerMustMatch: checkField,
  tolerancePercent: percentField(),
  systemFeePercent: percentField(),
  systemFeeBearer: z.enum(feeBearers, 'fields.choice').default('office'),
  payoutsStopped: checkField,
  referenceRequired: checkField,
  receiptRequired: checkField,
  uniqueAmounts: checkField,
  claimPayerEn: optionalShortText(60),
  claimPayerRu: optionalShortText(60),
  claimReferenceEn: optionalShortText(60),
  claimReferenceRu: optionalShortText(60),
};

const money = (scale: number) => ({
  payInFeePercent: percentField(),
  payInFee: amountOrZeroField(scale),
  payOutFeePercent: percentField(),
  payOutFee: amountOrZeroField(scale),
  minIn: optionalAmountField(scale),
  maxIn: optionalAmountField(scale),
  minOut: optionalAmountField(scale),
  maxOut: optionalAmountField(scale),
  tolerance: amountOrZeroField(scale),
  systemFee: amountOrZeroField(scale),
  payoutMax: optionalAmountField(scale),
  payoutDay: optionalAmountField(scale),
  payoutApproval: optionalAmountField(scale),
  refundApproval: optionalAmountField(scale),
  topUpFeePercent: percentField(),
  topUpFee: amountOrZeroField(scale),
  topUpMin: optionalAmountField(scale),
  topUpMax: optionalAmountField(scale),
  withdrawFeePercent: percentField(),
  withdrawFee: amountOrZeroField(scale),
  withdrawMin: optionalAmountField(scale),
  withdrawMax: optionalAmountField(scale),
});

/** A method's form as columns of its row. Amounts come as decimals with at most `scale` places. */
export function readMethodInput(scale: number, input: unknown) {
  const read = parseInput(z.object({ ...general, ...systems, ...money(scale) }), input);
  requireOrder(read, [
    ['minIn', 'maxIn'],
    ['minOut', 'maxOut'],
    ['payoutMax', 'payoutDay'],
    ['topUpMin', 'topUpMax'],
    ['withdrawMin', 'withdrawMax'],
  ]);
  return {
    code: read.code,
    kind: read.kind,
    titles: { en: read.titleEn, ru: read.titleRu },
    fields: read.fields,
    instructions: { en: read.instructionsEn, ru: read.instructionsRu },
    defaultType: read.defaultType,
    uses: read.uses,
    city: read.city || null,
    qrKind: read.qrKind,
    sort: read.sort,
    enabled: read.enabled,
    payInFeeBps: read.payInFeePercent,
    payInFeeUnits: read.payInFee,
    payOutFeeBps: read.payOutFeePercent,
    payOutFeeUnits: read.payOutFee,
    minInUnits: read.minIn,
    maxInUnits: read.maxIn,
    minOutUnits: read.minOut,
    maxOutUnits: read.maxOut,
    payInConnectionId: read.payInConnectionId,
    payOutConnectionId: read.payOutConnectionId,
    payerMustMatch: read.payerMustMatch,
    toleranceBps: read.tolerancePercent,
    toleranceUnits: read.tolerance,
    systemFeeBps: read.systemFeePercent,
    systemFeeUnits: read.systemFee,
    systemFeeBearer: read.systemFeeBearer,
    payoutMaxUnits: read.payoutMax,
    payoutDayUnits: read.payoutDay,
    payoutApprovalUnits: read.payoutApproval,
    payoutsStopped: read.payoutsStopped,
    refundApprovalUnits: read.refundApproval,
    topUpFeeBps: read.topUpFeePercent,
    topUpFeeUnits: read.topUpFee,
    topUpMinUnits: read.topUpMin,
    topUpMaxUnits: read.topUpMax,
    withdrawFeeBps: read.withdrawFeePercent,
    withdrawFeeUnits: read.withdrawFee,
    withdrawMinUnits: read.withdrawMin,
    withdrawMaxUnits: read.withdrawMax,
    referenceRequired: read.referenceRequired,
    receiptRequired: read.receiptRequired,
    uniqueAmounts: read.uniqueAmounts,
    claimTitles: claimTitles({
      payer: { en: read.claimPayerEn, ru: read.claimPayerRu },
      reference: { en: read.claimReferenceEn, ru: read.claimReferenceRu },
    }),
  };
}

export type MethodInput = ReturnType<typeof readMethodInput>;

/** A title in one language stands for both: nobody is to read an empty one. */
function claimTitles(given: Record<(typeof claimFields)[number], Localized>): Record<string, Localized> {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, { en, ru }]) => en || ru)
      .map(([field, { en, ru }]) => [field, { en: en || ru, ru: ru || en }]),
  );
}
