import { now } from '@/lib/clock';
import { prisma, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { accountsOfMethod, createAccounts } from '@/lib/ledger/accounts';
import { parseAmount } from '@/lib/money';
import { assets, marketRates } from './assets';
import { directionText } from './direction-texts';
import { type DirectionSeed, directions } from './directions';
import type { MethodSeed } from './method-seed';
import { methods } from './methods';
import { systemDirections } from './system-methods';

/** Method ids by monitor code. */
export type MethodIds = Map<string, string>;

const allDirections = [...directions, ...systemDirections];

/** Writes assets, methods with their pools of requisites, market rates and directions. */
export async function seedCatalog(connectionId: string | null = null): Promise<MethodIds> {
  await prisma().asset.createMany({ data: assets.map((asset) => ({ ...asset, createdAt: now() })) });
  const ids: MethodIds = new Map(methods.map((method) => [method.code, newId('mth')]));
  await prisma().paymentMethod.createMany({
    data: methods.map((method, index) => methodRow(method, idOf(ids, method.code), connectionId, index)),
  });
  const accounts = methods.flatMap(({ code, asset }) => accountsOfMethod(idOf(ids, code), asset));
  await createAccounts({ query }, accounts);
  await prisma().officeRequisites.createMany({
    data: methods.flatMap((method) =>
      method.office.map((lines, index) => ({
        id: newId('req'),
        methodId: idOf(ids, method.code),
        label: `${method.titles.en} ${index + 1}`,
        lines,
        createdAt: now(),
      })),
    ),
  });
  await prisma().marketRate.createMany({
    data: marketRates.map(({ base, quote, price }) => ({
      baseCode: base,
      quoteCode: quote,
      price,
      updatedAt: now(),
    })),
  });
  await prisma().direction.createMany({
    data: allDirections.map((seed, index) => directionRow(seed, index, ids)),
  });
  return ids;
}

function methodRow(method: MethodSeed, id: string, connectionId: string | null, sort: number) {
  const {
    office: _office,
    reserve: _reserve,
    asset,
    payOutFee,
    minIn,
    maxIn,
    minOut,
    maxOut,
    system,
    ...plain
  } = method;
  const units = (text: string) => unitsOf(text, asset);
  return {
    ...plain,
    id,
    assetCode: asset,
    payInConnectionId: system?.payIn ? connectionId : null,
    payOutConnectionId: system?.payOut ? connectionId : null,
    payOutFeeUnits: units(payOutFee ?? '0'),
    minInUnits: units(minIn),
    maxInUnits: units(maxIn),
    minOutUnits: units(minOut),
    maxOutUnits: units(maxOut),
    sort,
    createdAt: now(),
    updatedAt: now(),
  };
}

function directionRow(seed: DirectionSeed, index: number, ids: MethodIds) {
  const fromAsset = assetOf(seed.from);
  const toAsset = assetOf(seed.to);
  return {
    id: newId('dir'),
    fromMethodId: idOf(ids, seed.from),
    toMethodId: idOf(ids, seed.to),
    type: seed.type ?? null,
    rateKind: seed.fixed ? ('fixed' as const) : ('market' as const),
    fixedIn: seed.fixed?.in ?? null,
    fixedOut: seed.fixed?.out ?? null,
    spreadBps: seed.spreadBps ?? 0,
    feeBps: seed.feeBps ?? 0,
    minFeeUnits: unitsOf(seed.minFee ?? '0', fromAsset),
    giveStepUnits: seed.giveStep ? unitsOf(seed.giveStep, fromAsset) : 1n,
    getStepUnits: seed.getStep ? unitsOf(seed.getStep, toAsset) : 1n,
    expiryMinutes: seed.expiryMinutes,
    usualMinutes: seed.usualMinutes,
    texts: directionText(methodOf(seed.from), methodOf(seed.to)),
    tags: seed.tags ?? [],
    enabled: seed.enabled ?? true,
    sort: index,
    createdAt: now(),
    updatedAt: now(),
  };
}

/** A decimal of the seed in units of its asset. */
export function unitsOf(text: string, assetCode: string): bigint {
  const asset = assets.find(({ code }) => code === assetCode);
  const parsed = parseAmount(text, asset?.scale ?? 0);
  if (!asset || !parsed.ok) throw new RangeError(`${text} is no amount of ${assetCode}`);
  return parsed.units;
}

function idOf(ids: MethodIds, code: string): string {
  const id = ids.get(code);
  if (!id) throw new RangeError(`no method ${code}`);
  return id;
}

function assetOf(methodCode: string): string {
  return methodOf(methodCode).asset;
}

/** A method of the demo by its monitor code. */
export function methodOf(code: string): MethodSeed {
  const method = methods.find((candidate) => candidate.code === code);
  if (!method) throw new RangeError(`no method ${code}`);
  return method;
}
