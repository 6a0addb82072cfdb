import { type Actor, actorIp, actorLabel } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { newId } from '@/lib/ids';
import { currentRequestId } from '@/lib/log';

export type AuditInput = {
  actor: Actor;
  /** `direction.update`, `reserve.adjust`, `export.orders` … */
  action: string;
  /** The id or code of what was changed. */
  subject: string;
  before?: unknown;
  after?: unknown;
};

/** Keeps who did what, when, and from what to what. In the transaction of the change itself. */
export async function audit(
  db: Queryable,
  { actor, action, subject, before, after }: AuditInput,
): Promise<void> {
  const who = actorLabel(actor);
  await db.query(
    `INSERT INTO audit_records (id, at, actor_id, actor_name, ip, action, subject, before, after, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId('aud'),
      now(),
      who.id,
      who.name,
      actorIp(actor),
      action,
      subject,
      toJson(before),
      toJson(after),
      currentRequestId() ?? null,
    ],
  );
}

/** JSON for a jsonb column: bigints as text, absent as null. */
function toJson(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));
}
