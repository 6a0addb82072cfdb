import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { enqueueAll } from '@/lib/jobs/boss';
import { isLetterCode, letterCodes, letterEvents } from '@/lib/notify/events';
import type { LetterFilter } from '@/lib/notify/letter-queries';
import { parseInput } from '@/lib/parse-input';

/** So many at once, the oldest first: a mail system that is just back is not run over. */
export const resendAtOnce = 500;

/** Failed ones of the filter, less those whose secret link is gone: they would lead nowhere. */
const failedOnes = `state = 'failed' AND ($1::text IS NULL OR code = $1)
  AND ($2::text IS NULL OR starts_with(to_address, $2)) AND code = ANY ($3) AND (code <> ALL ($4) OR props ? 'url')`;

type Narrowed = Pick<LetterFilter, 'code' | 'to'>;

function asked({ code, to }: Narrowed): unknown[] {
  return [
    code && isLetterCode(code) ? code : null,
    to?.trim().toLowerCase() || null,
    letterCodes,
    letterCodes.filter((known) => letterEvents[known].secret),
  ];
}

/** How many letters `resendFailedLetters` would send now, at most `resendAtOnce`; `more`: some would be left. Admins only. */
export async function failedLetters(
  actor: Actor,
  filter: Narrowed,
): Promise<{ count: number; more: boolean }> {
  requireRole(actor, 'admin');
  const [row] = await query<{ letters: number }>(
    `SELECT count(*)::int AS letters FROM
       (SELECT 1 FROM letters WHERE ${failedOnes} LIMIT ${resendAtOnce + 1}) found`,
    asked(filter),
  );
  const letters = row?.letters ?? 0;
  return { count: Math.min(letters, resendAtOnce), more: letters > resendAtOnce };
}

const resendInput = z.object({
  code: z.string().max(100).default(''),
  to: z.string().max(100).default(''),
  /** What the confirmation told: no more than that are sent. */
  count: z.coerce.number().int().min(1).max(resendAtOnce),
});

/**
 * Sends letters that failed once more by hand, those of the filter, the oldest first, with their tries counted anew.
 * What somebody else is sending again just now is left to him, and their sending keeps its name: a mail system that
 * had taken a letter after all and only did not say so does not deliver it twice. Admins only.
 * @returns how many are queued.
 */
export async function resendFailedLetters({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<number> {
  requireRole(actor, 'admin');
  const { count, ...filter } = parseInput(resendInput, input);
  return inTransaction(async (tx) => {
    const queued = await tx.query<{ id: string }>(
      `UPDATE letters SET state = 'queued', tries = 0, next_try_at = $5, last_error = NULL
       WHERE id IN (SELECT id FROM letters WHERE ${failedOnes}
                    ORDER BY created_at, id LIMIT $6 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [...asked(filter), now(), count],
    );
    if (queued.length === 0) return 0;
    await enqueueAll(
      tx,
      'send-letter',
      queued.map(({ id }) => ({ letterId: id })),
    );
    const after = { letters: queued.length, code: filter.code || null, email: filter.to || null };
    await audit(tx, { actor, action: 'letter.resend_failed', subject: 'letters', after });
    return queued.length;
  });
}
