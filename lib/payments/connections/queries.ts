import { type Actor, requireRole } from '@/lib/auth/actor';
import { prisma } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Localized } from '@/lib/exchange/types';
import { callbackUrl } from '@/lib/payments/connection';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import { abilitiesOf } from './abilities';
import { connectableSystems, isConnectable } from './connectable';
import { isUsed } from './delete-connection';
import { heldSecrets, sealedSecrets } from './held-secrets';
import { type SettingsField, settingsFields } from './settings-fields';

/** What admins see of connections and systems. Secrets never leave here: only whether they are there. */

/** `unusable`: what is kept does not fit its system any more, or cannot be opened. */
export type ConnectionState = 'ok' | 'untested' | 'broken' | 'off' | 'unusable' | 'not_offered';

export async function listConnections(actor: Actor) {
  requireRole(actor, 'admin');
  const rows = await prisma().systemConnection.findMany({
    orderBy: [{ systemCode: 'asc' }, { label: 'asc' }, { id: 'asc' }],
    include: { payInMethods: { select: methodColumns }, payOutMethods: { select: methodColumns } },
  });
  return rows.map((row) => ({
    ...headOf(row),
    balances: balancesOf(row.balances),
    methods: methodsOf(row.payInMethods, row.payOutMethods),
  }));
}

export type ConnectionListRow = Awaited<ReturnType<typeof listConnections>>[number];

/** The systems that can be connected here, with what each can do. */
export function listConnectable(actor: Actor) {
  requireRole(actor, 'admin');
  return connectableSystems().map(systemView);
}

/** One of them with the fields of its form. Throws `not_found`. */
export async function loadConnectable(actor: Actor, code: string) {
  requireRole(actor, 'admin');
  const system = paymentSystem(code);
  if (!system || !isOffered(system) || !isConnectable(system)) fail('not_found');
  return { ...systemView(system), fields: settingsFields(system) };
}

/** A connection as its page shows it. Throws `not_found`. */
export async function loadConnectionForm(actor: Actor, connectionId: string) {
  requireRole(actor, 'admin');
  const row = await prisma().systemConnection.findUnique({
    where: { id: connectionId },
    include: {
      payInMethods: { select: methodColumns, orderBy: { code: 'asc' } },
      payOutMethods: { select: methodColumns, orderBy: { code: 'asc' } },
    },
  });
  if (!row) fail('not_found');
  const system = paymentSystem(row.systemCode);
  const fields = system ? settingsFields(system) : [];
  const methods = methodsOf(row.payInMethods, row.payOutMethods);
  const hears = system?.callback !== undefined || system?.preRequest !== undefined;
  return {
    ...headOf(row),
    system: system && systemView(system),
    offered: system !== null && isOffered(system),
    fields,
    values: openValues(fields, row.settings),
    keptSecrets: Object.keys(heldSecrets(row.id, row.secrets)),
    lostSecrets: lostSecrets(row.id, row.secrets),
    balances: balancesOf(row.balances),
    methods,
    /** Cannot be deleted any more. */
    used: await isUsed(prisma(), row.id),
    updatedAt: row.updatedAt,
    callbacks: hears
      ? methods.map(({ code }) => ({ methodCode: code, url: callbackUrl(row.systemCode, code) }))
      : [],
    callbackPattern: hears ? callbackUrl(row.systemCode, '…') : null,
  };
}

export type ConnectionForm = Awaited<ReturnType<typeof loadConnectionForm>>;
export type SystemView = ReturnType<typeof systemView>;

const methodColumns = { code: true, titles: true, assetCode: true } as const;

type MethodOfConnection = { code: string; titles: unknown; assetCode: string };

function methodsOf(payIn: MethodOfConnection[], payOut: MethodOfConnection[]) {
  const byCode = new Map<string, { code: string; titles: Localized; payIn: boolean; payOut: boolean }>();
  for (const [side, list] of [
    ['payIn', payIn],
    ['payOut', payOut],
  ] as const) {
    for (const { code, titles } of list) {
      const known = byCode.get(code) ?? { code, titles: titles as Localized, payIn: false, payOut: false };
      byCode.set(code, { ...known, [side]: true });
    }
  }
  return [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code));
}

function systemView(system: PaymentSystem) {
  const { code, titles, assets, standing } = system;
  return { code, titles, assets, standing, abilities: abilitiesOf(system) };
}

type HeadRow = {
  id: string;
  systemCode: string;
  label: string;
  settings: unknown;
  secrets: unknown;
  testMode: boolean;
  enabled: boolean;
  failuresInRow: number;
  brokenAt: Date | null;
  brokenReason: string | null;
  lastOkAt: Date | null;
};

function headOf(row: HeadRow) {
  const { id, systemCode, label, testMode, enabled, failuresInRow, brokenAt, brokenReason, lastOkAt } = row;
  const titles = paymentSystem(systemCode)?.titles ?? { en: systemCode, ru: systemCode };
  return {
    id,
    systemCode,
    titles,
    label,
    testMode,
    enabled,
    failuresInRow,
    brokenAt,
    brokenReason,
    lastOkAt,
    state: stateOf(row),
  };
}

function stateOf(row: HeadRow): ConnectionState {
  const system = paymentSystem(row.systemCode);
  if (!system || !isOffered(system)) return 'not_offered';
  if (!isUsable(system, row)) return 'unusable';
  if (!row.enabled) return 'off';
  if (row.brokenAt) return 'broken';
  return row.lastOkAt ? 'ok' : 'untested';
}

function isUsable(system: PaymentSystem, { id, settings, secrets }: HeadRow): boolean {
  const opened = heldSecrets(id, secrets);
  if (Object.keys(opened).length < Object.keys(sealedSecrets(secrets)).length) return false;
  return system.settings.safeParse({ ...(settings as Record<string, unknown>), ...opened }).success;
}

/** Secrets that are kept but cannot be opened with the keys that are given. */
function lostSecrets(connectionId: string, secrets: unknown): string[] {
  const opened = heldSecrets(connectionId, secrets);
  return Object.keys(sealedSecrets(secrets)).filter((field) => !(field in opened));
}

/** What stands in the fields of the form: never a secret, whatever the column holds. */
function openValues(fields: SettingsField[], settings: unknown): Record<string, string | boolean> {
  const kept = settings as Record<string, unknown>;
  return Object.fromEntries(
    fields.flatMap(({ name, secret }) => {
      const value = kept[name];
      return !secret && (typeof value === 'string' || typeof value === 'boolean') ? [[name, value]] : [];
    }),
  );
}

type Balances = Record<string, { amount: string; at: string }>;

function balancesOf(balances: unknown): { asset: string; amount: string; at: Date }[] {
  return Object.entries((balances ?? {}) as Balances)
    .map(([asset, { amount, at }]) => ({ asset, amount, at: new Date(at) }))
    .sort((a, b) => a.asset.localeCompare(b.asset));
}
