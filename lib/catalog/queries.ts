import { type Actor, requireRole } from '@/lib/auth/actor';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import { possibleTypes, sideSystem } from '@/lib/exchange/direction-type';
import type { Localized } from '@/lib/exchange/types';
import { reserveBalances } from '@/lib/ledger/queries';
import { formatUnits, formatUnitsShort } from '@/lib/money';
import { payoutLacks } from '@/lib/payments/payouts/payout-lacks';
import { paymentSystem } from '@/lib/payments/registry';
import type { RequisiteField } from '@/lib/requisites/field';
import { directionVersion } from './form-version';
import { percent } from './percent';

/** What admins see of the catalog. Amounts are decimal strings; every query asks for the role by itself. */

export async function listAssets(actor: Actor) {
  requireRole(actor, 'admin');
  const rows = await prisma().asset.findMany({
    orderBy: [{ kind: 'asc' }, { code: 'asc' }],
    include: { _count: { select: { methods: true } } },
  });
  return rows.map(({ _count, titles, ...asset }) => ({
    ...asset,
    titles: titles as Localized,
    methods: _count.methods,
  }));
}

export async function listMethods(actor: Actor) {
  requireRole(actor, 'admin');
  const [rows, reserves] = await Promise.all([
    prisma().paymentMethod.findMany({
      orderBy: [{ kind: 'asc' }, { sort: 'asc' }, { code: 'asc' }],
      include: {
        asset: true,
        officeRequisites: { where: { enabled: true }, select: { id: true } },
        payInConnection: { select: { systemCode: true, enabled: true, brokenAt: true } },
        payOutConnection: { select: { systemCode: true, label: true } },
        _count: { select: { directionsFrom: true, directionsTo: true } },
      },
    }),
    reserveBalances(),
  ]);
  return rows.map((row) => {
    const reserve = reserves.get(row.id);
    const amount = (units: bigint | undefined) => formatUnits(units ?? 0n, row.asset.scale);
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      assetCode: row.assetCode,
      titles: row.titles as Localized,
      logoFileId: row.logoFileId,
      enabled: row.enabled,
      /** People pay by it directly, or to an operator, who takes payments to the office's own details only. */
      needsRequisites:
        row.kind !== 'wallet' &&
        (row._count.directionsFrom > 0 || row.uses.includes('topup')) &&
        (row.payInConnection === null || row.defaultType === 'operator'),
      requisites: row.officeRequisites.length,
      /** null: direct, to the office's own details. */
      payInTitles: systemTitles(row.payInConnection),
      /** The system that takes payments is switched on and does not fail; without one it always works. */
      payInWorks:
        row.payInConnection === null || (row.payInConnection.enabled && !row.payInConnection.brokenAt),
      /** null: by hand. */
      payOutTitles: systemTitles(row.payOutConnection),
      /** What it does not ask its customers for although its system needs that to pay out; null: nothing. */
      payoutLacks:
        row.payOutConnection &&
        payoutLacks({
          ...row.payOutConnection,
          fields: row.fields as Pick<RequisiteField, 'side' | 'key'>[],
        }),
      directions: row._count.directionsFrom + row._count.directionsTo,
      balance: amount(reserve?.balanceUnits),
      held: amount(reserve?.heldUnits),
      available: amount(reserve?.availableUnits),
    };
  });
}

function systemTitles(connection: { systemCode: string } | null): Localized | null {
  if (!connection) return null;
  const { systemCode } = connection;
  return paymentSystem(systemCode)?.titles ?? { en: systemCode, ru: systemCode };
}

export type MethodRow = Awaited<ReturnType<typeof listMethods>>[number];

export async function listDirections(actor: Actor) {
  requireRole(actor, 'admin');
  const rows = await prisma().direction.findMany({
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    include: { from: { select: sideColumns }, to: { select: sideColumns } },
  });
  return rows.map((row) => ({
    id: row.id,
    pair: `${row.from.code}-${row.to.code}`,
    from: { ...row.from, titles: row.from.titles as Localized },
    to: { ...row.to, titles: row.to.titles as Localized },
    type: row.type ?? row.from.defaultType,
    rateKind: row.rateKind,
    fixed: row.fixedIn && row.fixedOut ? `${row.fixedIn.toFixed()} : ${row.fixedOut.toFixed()}` : null,
    spreadPercent: percent(row.spreadBps) || '0',
    expiryMinutes: row.expiryMinutes,
    enabled: row.enabled,
  }));
}

const sideColumns = { code: true, titles: true, assetCode: true, defaultType: true, enabled: true } as const;

/** A direction as its form shows it. Throws `not_found`. */
export async function loadDirection(actor: Actor, fromCode: string, toCode: string) {
  requireRole(actor, 'admin');
  const row = await prisma().direction.findFirst({
    where: { from: { code: fromCode }, to: { code: toCode } },
    include: {
      from: { include: { asset: true, payInConnection: true } },
      to: { include: { asset: true, payOutConnection: true } },
    },
  });
  if (!row) fail('not_found');
  const { from: _from, to: _to, ...columns } = row;
  const systems = {
    payIn: sideSystem(row.from.kind, row.from.payInConnection?.systemCode ?? null),
    payOut: sideSystem(row.to.kind, row.to.payOutConnection?.systemCode ?? null),
  };
  const give = (units: bigint | null) =>
    units === null || units === 0n ? '' : formatUnitsShort(units, row.from.asset.scale);
  const get = (units: bigint | null) =>
    units === null || units === 0n ? '' : formatUnitsShort(units, row.to.asset.scale);
  return {
    fromCode,
    toCode,
    fromAsset: row.from.assetCode,
    toAsset: row.to.assetCode,
    type: row.type ?? '',
    inheritedType: row.from.defaultType,
    ...systems,
    possibleTypes: possibleTypes(systems),
    rateKind: row.rateKind,
    fixedIn: row.fixedIn?.toFixed() ?? '',
    fixedOut: row.fixedOut?.toFixed() ?? '',
    spreadPercent: percent(row.spreadBps),
    minGive: give(row.minGiveUnits),
    maxGive: give(row.maxGiveUnits),
    minGet: get(row.minGetUnits),
    maxGet: get(row.maxGetUnits),
    feePercent: percent(row.feeBps),
    fee: give(row.feeUnits),
    minFee: give(row.minFeeUnits),
    giveStep: give(row.giveStepUnits),
    getStep: get(row.getStepUnits),
    expiryMinutes: row.expiryMinutes,
    usualMinutes: row.usualMinutes,
    texts: { en: '', ru: '', ...(row.texts as Partial<Localized>) },
    tags: row.tags,
    enabled: row.enabled,
    sort: row.sort,
    version: directionVersion(columns),
  };
}

export type DirectionForm = Awaited<ReturnType<typeof loadDirection>>;

export async function listMarketRates(actor: Actor) {
  requireRole(actor, 'admin');
  const rows = await prisma().marketRate.findMany({ orderBy: [{ baseCode: 'asc' }, { quoteCode: 'asc' }] });
  return rows.map((row) => ({ ...row, price: row.price.toFixed() }));
}
