import { type Actor, actorIp, actorLabel } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { prisma, type Queryable } from '@/lib/db';
import { newId } from '@/lib/ids';
import { currentRequestId } from '@/lib/log';
import type { Prisma } from '@/prisma/generated/client';

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
export async function audit(db: Queryable, input: AuditInput): Promise<void> {
  const who = actorLabel(input.actor);
  await db.query(
    `INSERT INTO audit_records (id, at, actor_id, actor_name, ip, action, subject, before, after, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10)`,
    [
      newId('aud'),
      now(),
      who.id,
      who.name,
      actorIp(input.actor),
      input.action,
      input.subject,
      toJson(input.before),
      toJson(input.after),
      currentRequestId() ?? null,
    ],
  );
}

/**
 * A plain change of configuration with its audit record, in one transaction. `work` does the change and tells what
 * was before (null for something new) and what is after (null for something gone).
 */
export async function auditedChange<T>(
  { actor, action }: Pick<AuditInput, 'actor' | 'action'>,
  work: (
    tx: Prisma.TransactionClient,
  ) => Promise<{ subject: string; before: unknown; after: unknown; result: T }>,
): Promise<T> {
  return prisma().$transaction(async (tx) => {
    const { subject, before, after, result } = await work(tx);
    await audit(
      { query: (sql, params = []) => tx.$queryRawUnsafe(sql, ...params) },
      { actor, action, subject, before, after },
    );
    return result;
  });
}

/** JSON for a jsonb column: bigints as text, absent as null. */
function toJson(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));
}
