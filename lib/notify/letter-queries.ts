import { type Actor, hasRole, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { env } from '@/lib/env';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { isLetterCode, letterEvents } from '@/lib/notify/events';
import { canResend } from '@/lib/notify/resend-letter';
import { writeLetter } from '@/lib/notify/write-letter';

export const letterStates = ['queued', 'sending', 'sent', 'failed'] as const;

export type LetterState = (typeof letterStates)[number];

export type LetterFilter = { state?: string; code?: string; to?: string; before?: string };

export type LetterRow = {
  id: string;
  code: string;
  to: string;
  state: LetterState;
  tries: number;
  orderId: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextTryAt: Date | null;
};

const pageSize = 50;
const readers = ['admin', 'support'] as const;

const columns = `id, code, to_address AS "to", state::text, tries, order_id AS "orderId", created_at AS "createdAt",
  sent_at AS "sentAt", next_try_at AS "nextTryAt"`;

/** One page of letters, newest first. `before`: the cursor of the page before. Admins and support. */
export async function letterPage(
  actor: Actor,
  filter: LetterFilter,
): Promise<{ rows: LetterRow[]; next: string | null }> {
  requireRole(actor, ...readers);
  const [, ms, id] = /^(\d{1,15})-(ltr_[0-9a-z]{16})$/.exec(filter.before ?? '') ?? [];
  const state = letterStates.find((known) => known === filter.state) ?? null;
  const code = filter.code && isLetterCode(filter.code) ? filter.code : null;
  const rows = await query<LetterRow>(
    `SELECT ${columns} FROM letters
     WHERE ($1::"LetterState" IS NULL OR state = $1) AND ($2::text IS NULL OR code = $2)
       AND ($3::text IS NULL OR starts_with(to_address, $3))
       AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5))
     ORDER BY created_at DESC, id DESC LIMIT ${pageSize + 1}`,
    [
      state,
      code,
      filter.to?.trim().toLowerCase() || null,
      ms === undefined ? null : new Date(Number(ms)),
      id ?? null,
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page, next: last ? `${last.createdAt.getTime()}-${last.id}` : null };
}

/** How many letters have not left and are not tried again by themselves, or failed more than once. For the overview. */
export async function lettersInTrouble(actor: Actor): Promise<number> {
  requireRole(actor, ...readers);
  const [row] = await query<{ letters: number }>(
    `SELECT count(*)::int AS letters FROM letters WHERE state = 'failed' AND (tries > 1 OR next_try_at IS NULL)`,
  );
  return row?.letters ?? 0;
}

export type LetterView = LetterRow & {
  locale: string;
  channel: string | null;
  lastError: string | null;
  /** As the reader of the letter sees it; null where it is withheld or cannot be written. */
  content: { subject: string; html: string; text: string } | null;
  /** It carries a link that acts for its reader, which is not for the eyes of whoever asks. */
  withheld: boolean;
  mayResend: boolean;
};

type FullRow = LetterRow & {
  locale: string;
  channel: string | null;
  lastError: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  props: Record<string, unknown>;
};

/** One letter with its content. Throws `not_found`. Admins and support. */
export async function letterView(actor: Actor, letterId: string): Promise<LetterView> {
  requireRole(actor, ...readers);
  const [row] = isId('ltr', letterId)
    ? await query<FullRow>(
        `SELECT ${columns}, locale, channel, last_error AS "lastError", subject, html, text, props
         FROM letters WHERE id = $1`,
        [letterId],
      )
    : [];
  if (!row) return fail('not_found');
  const { subject, html, text, props, ...rest } = row;
  const secret = isLetterCode(row.code) && letterEvents[row.code].secret;
  const withheld = secret && 'url' in props && !mayReadLinks(actor);
  return {
    ...rest,
    content: withheld ? null : await contentOf({ subject, html, text, props, ...rest }),
    withheld,
    mayResend: hasRole(actor, 'admin') && canResend(row.state, secret, 'url' in props),
  };
}

/** What was sent; before that, what would be sent now. */
async function contentOf(row: FullRow): Promise<LetterView['content']> {
  if (row.subject !== null && row.html !== null && row.text !== null)
    return { subject: row.subject, html: row.html, text: row.text };
  return writeLetter(row).catch(() => null);
}

/**
 * Whoever reads another's link to a new password can become him. In a demo the mailbox is how one gets it; in
 * production it is the owner's affair alone.
 */
function mayReadLinks(actor: Actor): boolean {
  return hasRole(actor, env().KANTOR_ENV === 'production' ? 'owner' : 'admin');
}
