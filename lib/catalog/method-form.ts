import { type Actor, requireRole } from '@/lib/auth/actor';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Localized, PayToLine } from '@/lib/exchange/types';
import { formatUnitsShort } from '@/lib/money';
import { requisiteFields } from '@/lib/requisites/field';
import { methodVersion, requisitesVersion } from './form-version';
import type { claimFields } from './method-input';
import { percent } from './percent';

type ClaimField = (typeof claimFields)[number];

/** A method as its form shows it. Throws `not_found`. */
export async function loadMethod(actor: Actor, code: string) {
  requireRole(actor, 'admin');
  const row = await prisma().paymentMethod.findUnique({
    where: { code },
    include: { asset: true, officeRequisites: { orderBy: { createdAt: 'asc' } } },
  });
  if (!row) fail('not_found');
  const { asset: _asset, officeRequisites: _sets, ...columns } = row;
  const amount = (units: bigint | null) =>
    units === null || units === 0n ? '' : formatUnitsShort(units, row.asset.scale);
  // Of a limit nothing and zero differ: none at all, and none allowed.
  const limitAmount = (units: bigint | null) =>
    units === null ? '' : formatUnitsShort(units, row.asset.scale);
  return {
    id: row.id,
    version: methodVersion(columns),
    code: row.code,
    kind: row.kind,
    assetCode: row.assetCode,
    titles: row.titles as Localized,
    logoFileId: row.logoFileId,
    fields: requisiteFields.parse(row.fields),
    instructions: { en: '', ru: '', ...(row.instructions as Partial<Localized>) },
    defaultType: row.defaultType,
    payInFeePercent: percent(row.payInFeeBps),
    payInFee: amount(row.payInFeeUnits),
    payOutFeePercent: percent(row.payOutFeeBps),
    payOutFee: amount(row.payOutFeeUnits),
    minIn: amount(row.minInUnits),
    maxIn: amount(row.maxInUnits),
    minOut: amount(row.minOutUnits),
    maxOut: amount(row.maxOutUnits),
    city: row.city ?? '',
    qrKind: row.qrKind,
    sort: row.sort,
    enabled: row.enabled,
    uses: row.uses,
    payInConnectionId: row.payInConnectionId ?? '',
    payOutConnectionId: row.payOutConnectionId ?? '',
    payerMustMatch: row.payerMustMatch,
    tolerancePercent: percent(row.toleranceBps),
    tolerance: amount(row.toleranceUnits),
    systemFeePercent: percent(row.systemFeeBps),
    systemFee: amount(row.systemFeeUnits),
    systemFeeBearer: row.systemFeeBearer,
    payoutMax: limitAmount(row.payoutMaxUnits),
    payoutDay: limitAmount(row.payoutDayUnits),
    payoutApproval: limitAmount(row.payoutApprovalUnits),
    payoutsStopped: row.payoutsStopped,
    refundApproval: limitAmount(row.refundApprovalUnits),
    topUpFeePercent: percent(row.topUpFeeBps),
    topUpFee: amount(row.topUpFeeUnits),
    topUpMin: amount(row.topUpMinUnits),
    topUpMax: amount(row.topUpMaxUnits),
    withdrawFeePercent: percent(row.withdrawFeeBps),
    withdrawFee: amount(row.withdrawFeeUnits),
    withdrawMin: amount(row.withdrawMinUnits),
    withdrawMax: amount(row.withdrawMaxUnits),
    referenceRequired: row.referenceRequired,
    receiptRequired: row.receiptRequired,
    uniqueAmounts: row.uniqueAmounts,
    claimTitles: row.claimTitles as Partial<Record<ClaimField, Localized>>,
    officeRequisites: row.officeRequisites.map((set) => ({
      id: set.id,
      version: requisitesVersion(set),
      label: set.label,
      lines: set.lines as PayToLine[],
      enabled: set.enabled,
      lastUsedAt: set.lastUsedAt,
      dayLimit: limitAmount(set.dayLimitUnits),
      monthLimit: limitAmount(set.monthLimitUnits),
    })),
  };
}

export type MethodForm = Awaited<ReturnType<typeof loadMethod>>;
