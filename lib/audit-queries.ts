import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';

export type AuditFilter = { action?: string; subject?: string; actor?: string; before?: string };

export type AuditRow = {
  id: string;
  at: Date;
  actor_name: string;
  /** The account's e-mail: a name is whatever its owner calls himself. */
  actor_email: string | null;
  ip: string | null;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
};

const pageSize = 50;

/** How many decimals each asset has, so that kept units can be shown as amounts. */
export type AuditScales = Readonly<Record<string, number>>;

/** One page of the audit, newest first. `before`: the cursor of the page before. Admins and accountants. */
export async function auditPage(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; next: string | null; scales: AuditScales }> {
  requireRole(actor, 'admin', 'accountant');
  const cursor = readCursor(filter.before);
  const assets = await query<{ code: string; scale: number }>('SELECT code, scale FROM assets');
  const scales = Object.fromEntries(assets.map(({ code, scale }) => [code, scale]));
  const rows = await query<AuditRow>(
    `SELECT r.id, r.at, r.actor_name, u.email AS actor_email, r.ip, r.action, r.subject, r.before, r.after
     FROM audit_records r LEFT JOIN users u ON u.id = r.actor_id
     WHERE ($1::text IS NULL OR r.action LIKE $1 || '%') AND ($2::text IS NULL OR r.subject = $2)
       AND ($3::text IS NULL OR r.actor_name ILIKE '%' || $3 || '%' OR u.email ILIKE '%' || $3 || '%')
       AND ($4::timestamptz IS NULL OR (r.at, r.id) < ($4, $5))
     ORDER BY r.at DESC, r.id DESC LIMIT ${pageSize + 1}`,
    [
      filter.action || null,
      filter.subject || null,
      filter.actor ? escapeLike(filter.actor) : null,
      cursor?.at ?? null,
      cursor?.id ?? null,
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page, scales, next: last ? `${last.at.toISOString()}~${last.id}` : null };
}

function readCursor(text: string | undefined): { at: Date; id: string } | null {
  const [at = '', id = ''] = (text ?? '').split('~');
  // A clock knows years that no column holds.
  const moment = new Date(/^\d{4}-/.test(at) ? at : '');
  return Number.isNaN(moment.getTime()) || !/^aud_[0-9a-z]{16}$/.test(id) ? null : { at: moment, id };
}

function escapeLike(text: string): string {
  return text.slice(0, 100).replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
