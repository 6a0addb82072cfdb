import { auditedChange } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { secretPlace } from '@/lib/payments/connection';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import { seal } from '@/lib/payments/vault';
import type { SystemConnection } from '@/prisma/generated/client';
import { isConnectable } from './connectable';
import { type ConnectionInput, readConnectionInput } from './connection-input';
import { heldSecrets, sealedSecrets } from './held-secrets';
import { settingsFields } from './settings-fields';

/**
 * Connects a payment system (`connectionId` null) or changes a connection. Secrets are sealed, those left empty stay
 * as long as no address changes that they are sent to.
 * Saving says that the settings are right: what had failed before is forgotten, and the methods come back. Admins only.
 * @returns the connection's id, for its page. Throws `invalid_input` with problems beside `settings.<field>`,
 * `not_found` for a system that is not offered here.
 */
export async function saveConnection({
  actor,
  systemCode,
  connectionId,
  input,
}: {
  actor: Actor;
  systemCode: string;
  connectionId: string | null;
  input: Record<string, unknown>;
}): Promise<string> {
  requireRole(actor, 'admin');
  const system = paymentSystem(systemCode);
  if (!system || !isOffered(system) || !isConnectable(system)) fail('not_found');
  const action = connectionId ? 'connection.update' : 'connection.create';
  return auditedChange({ actor, action }, async (tx) => {
    const id = connectionId ?? newId('con');
    // Whoever else changes it waits, and so do keys that are rotated: what is sealed anew must not be undone here.
    await tx.$queryRaw`SELECT id FROM system_connections WHERE id = ${id} FOR UPDATE`;
    const before = connectionId
      ? await tx.systemConnection.findFirst({ where: { id: connectionId, systemCode } })
      : null;
    if (connectionId && !before) fail('not_found');
    const sealed = sealedSecrets(before?.secrets);
    const held = heldSecrets(id, sealed);
    const read = readConnectionInput(system, settingsFields(system), held, input, openSettings(before));
    const data = {
      label: read.label,
      settings: read.settings,
      secrets: sealedAnew(id, read, sealed),
      testMode: read.testMode,
      enabled: read.enabled,
      failuresInRow: 0,
      brokenAt: null,
      brokenReason: null,
      updatedAt: now(),
    };
    if (before) await tx.systemConnection.update({ where: { id }, data });
    else await tx.systemConnection.create({ data: { ...data, id, systemCode, createdAt: now() } });
    return {
      subject: id,
      before: before && told(system, before, Object.keys(sealed), {}),
      after: told(system, data, read.kept, read.typed, sealed),
      result: id,
    };
  });
}

function openSettings(before: Pick<SystemConnection, 'settings'> | null): Record<string, unknown> {
  const settings = before?.settings;
  return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}

/** The column as it is to be kept: typed ones sealed to their places, kept ones as they are. */
function sealedAnew(
  connectionId: string,
  { typed, kept }: ConnectionInput,
  sealed: Record<string, string>,
): Record<string, string> {
  const stays = kept.flatMap((field) => {
    const text = sealed[field];
    return text === undefined ? [] : [[field, text]];
  });
  const made = Object.entries(typed).map(([field, value]) => [
    field,
    seal(value, secretPlace(connectionId, field)),
  ]);
  return Object.fromEntries([...stays, ...made]);
}

/** A connection as the audit keeps it: of a secret only whether it is there and whether it was changed. */
function told(
  { code }: PaymentSystem,
  {
    label,
    settings,
    testMode,
    enabled,
  }: Pick<SystemConnection, 'label' | 'settings' | 'testMode' | 'enabled'>,
  kept: string[],
  typed: Record<string, string>,
  earlier: Record<string, string> = {},
) {
  const secrets = {
    ...Object.fromEntries(kept.map((field) => [field, 'kept'])),
    ...Object.fromEntries(Object.keys(typed).map((field) => [field, field in earlier ? 'changed' : 'given'])),
  };
  return { system: code, label, testMode, enabled, settings, secrets };
}
