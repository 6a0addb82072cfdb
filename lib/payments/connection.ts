import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { env } from '@/lib/env';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { outgoing } from '@/lib/payments/outgoing';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import { unseal } from '@/lib/payments/vault';

type Settings = Record<string, unknown>;

/** A connection that can be worked with: its system, and what every verb is given. Holds secrets: never log it. */
export type Connection = {
  id: string;
  label: string;
  system: PaymentSystem;
  at: At<Settings>;
  testMode: boolean;
  enabled: boolean;
  brokenAt: Date | null;
};

/** A row of `system_connections`, its secrets sealed. */
export type ConnectionRow = Omit<Connection, 'system' | 'at'> & {
  systemCode: string;
  settings: Settings;
  secrets: Record<string, string>;
};

/** The select list of a ConnectionRow from the table under the name `c`. */
export const connectionColumns = `c.id, c.label, c.system_code AS "systemCode", c.settings, c.secrets,
  c.test_mode AS "testMode", c.enabled, c.broken_at AS "brokenAt"`;

/**
 * The connection with its secrets opened, or null where there is none, its system is not offered here, or what is
 * kept does not fit the system's settings any more (it must be saved anew).
 */
export async function loadConnection(db: Queryable, connectionId: string): Promise<Connection | null> {
  const [row] = await db.query<ConnectionRow>(
    `SELECT ${connectionColumns} FROM system_connections c WHERE c.id = $1`,
    [connectionId],
    'connection_by_id',
  );
  return row ? openConnection(row) : null;
}

/** The row with its secrets opened; null and throws as `loadConnection` does. */
export function openConnection({ systemCode, settings, secrets, ...rest }: ConnectionRow): Connection | null {
  const system = paymentSystem(systemCode);
  if (!system || !isOffered(system)) return null;
  const opened = Object.fromEntries(
    Object.entries(secrets).map(([field, sealed]) => [field, unseal(sealed, secretPlace(rest.id, field))]),
  );
  const parsed = system.settings.safeParse({ ...settings, ...opened });
  return parsed.success ? { ...rest, system, at: atOf(parsed.data, rest.testMode) } : null;
}

/** What a verb of the contract is given. */
export function atOf<S>(settings: S, testMode: boolean): At<S> {
  return { settings, testMode, http: outgoing, now, officeUrl: env().KANTOR_URL };
}

/** To what a secret is bound when it is sealed. */
export function secretPlace(connectionId: string, field: string): string {
  return `${connectionId}.${field}`;
}

/** The callback door of a method, to be pasted into the system's cabinet. */
export function callbackUrl(systemCode: string, methodCode: string): string {
  return `${env().KANTOR_URL}/api/callbacks/${systemCode}/${methodCode}`;
}
