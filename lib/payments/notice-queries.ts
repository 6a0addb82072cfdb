import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Localized } from '@/lib/exchange/types';
import { zonedTime } from '@/lib/exchange/zoned-time';
import { isId } from '@/lib/ids';
import { type NoticeVerdict, noticeVerdicts } from '@/lib/payments/notice-verdicts';
import { paymentSystem } from '@/lib/payments/registry';
import { officeSettings } from '@/lib/settings';
import { isDay } from '@/lib/wallet/office-day';

/** As they stand in the address: days are of the office's time zone, both included. */
export type NoticeFilter = {
  verdict?: string;
  system?: string;
  since?: string;
  until?: string;
  before?: string;
};

/** Who may read notices: names and accounts of payers stand in them. */
export const noticeReaders = ['operator', 'admin', 'support', 'accountant'] as const;

export type NoticeRow = {
  id: string;
  receivedAt: Date;
  systemCode: string;
  methodCode: string;
  verdict: NoticeVerdict;
  reason: string | null;
  outcome: string | null;
  ip: string;
  paymentId: string | null;
  orderId: string | null;
  topUpId: string | null;
};

const pageSize = 50;

const columns = `n.id, n.received_at AS "receivedAt", n.system_code AS "systemCode", n.method_code AS "methodCode",
  n.verdict::text, n.reason, n.outcome, n.ip, n.payment_id AS "paymentId",
  CASE WHEN p.subject_kind = 'order' THEN p.subject_id END AS "orderId",
  CASE WHEN p.subject_kind = 'topup' THEN p.subject_id END AS "topUpId"`;

/** One page of what came to the callback door, newest first. `before`: the cursor of the page before. */
export async function noticePage(
  actor: Actor,
  filter: NoticeFilter,
): Promise<{ rows: NoticeRow[]; next: string | null }> {
  requireRole(actor, ...noticeReaders);
  const [, ms, id] = /^(\d{1,15})-(ntc_[0-9a-z]{16})$/.exec(filter.before ?? '') ?? [];
  const { timeZone } = await officeSettings();
  const rows = await query<NoticeRow>(
    `SELECT ${columns} FROM payment_notices n LEFT JOIN payments p ON p.id = n.payment_id
     WHERE ($1::"NoticeVerdict" IS NULL OR n.verdict = $1) AND ($2::text IS NULL OR n.system_code = $2)
       AND ($3::timestamptz IS NULL OR n.received_at >= $3) AND ($4::timestamptz IS NULL OR n.received_at < $4)
       AND ($5::timestamptz IS NULL OR (n.received_at, n.id) < ($5, $6))
     ORDER BY n.received_at DESC, n.id DESC LIMIT ${pageSize + 1}`,
    [
      noticeVerdicts.find((known) => known === filter.verdict) ?? null,
      filter.system?.replaceAll('\0', '') || null,
      startOf(filter.since, 0, timeZone),
      startOf(filter.until, 1, timeZone),
      ms === undefined ? null : new Date(Number(ms)),
      id ?? null,
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page, next: last ? `${last.receivedAt.getTime()}-${last.id}` : null };
}

export type NoticeView = NoticeRow & {
  connection: string | null;
  httpMethod: string;
  query: string;
  headers: Record<string, string>;
  /** As text where it is one; bytes that are none are marked. */
  body: string;
  bodyBytes: number;
  /** What was read from it, as JSON. */
  reading: string | null;
  processedAt: Date | null;
};

type FullRow = Omit<NoticeView, 'body' | 'bodyBytes' | 'reading'> & { body: Buffer; reading: unknown };

/** One notice as it came, with what became of it. Throws `not_found`. */
export async function noticeView(actor: Actor, noticeId: string): Promise<NoticeView> {
  requireRole(actor, ...noticeReaders);
  const [row] = isId('ntc', noticeId)
    ? await query<FullRow>(
        `SELECT ${columns}, c.label AS connection, n.http_method AS "httpMethod", n.query, n.headers, n.body, n.reading,
           n.processed_at AS "processedAt"
         FROM payment_notices n LEFT JOIN payments p ON p.id = n.payment_id
           LEFT JOIN system_connections c ON c.id = n.connection_id
         WHERE n.id = $1`,
        [noticeId],
      )
    : [];
  if (!row) return fail('not_found');
  const { body, reading, ...rest } = row;
  return {
    ...rest,
    body: body.toString('utf8').replaceAll('\0', '\uFFFD'),
    bodyBytes: body.length,
    reading: reading === null ? null : JSON.stringify(reading, null, 2),
  };
}

/** Systems the office has an account with, by code: for the filter and the words of the list. */
export async function noticedSystems(actor: Actor): Promise<{ code: string; titles: Localized }[]> {
  requireRole(actor, ...noticeReaders);
  const rows = await query<{ code: string }>(
    'SELECT DISTINCT system_code AS code FROM system_connections ORDER BY 1',
  );
  return rows.map(({ code }) => ({ code, titles: paymentSystem(code)?.titles ?? { en: code, ru: code } }));
}

/** Where a day begins, or one so many days later; null where it is none. */
function startOf(day: string | undefined, later: number, timeZone: string): Date | null {
  if (!day || !isDay(day)) return null;
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + later);
  return zonedTime(`${noon.toISOString().slice(0, 10)}T00:00`, timeZone);
}
