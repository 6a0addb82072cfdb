import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/boss';
import { isLetterCode, letterEvents } from '@/lib/notify/events';

type Input = { letterId: string; actor: Actor };

/**
 * Sends a letter once more by hand: one that failed is tried at once with its tries counted anew, one that was sent
 * goes out again. A letter that is on its way, or whose link was not kept, is left alone (`move_not_allowed`).
 */
export async function resendLetter({ letterId, actor }: Input): Promise<void> {
  requireRole(actor, 'admin');
  await inTransaction(async (tx) => {
    const before = await tx.maybeOne<{ state: string; code: string; tries: number; has_url: boolean }>(
      `SELECT state::text, code, tries, props ? 'url' AS has_url FROM letters WHERE id = $1 FOR UPDATE`,
      [letterId],
    );
    if (!before) fail('not_found');
    if (
      !isLetterCode(before.code) ||
      !canResend(before.state, letterEvents[before.code].secret, before.has_url)
    )
      fail('move_not_allowed');
    await tx.query(
      `UPDATE letters SET state = 'queued', tries = 0, round = round + 1, next_try_at = $2, last_error = NULL WHERE id = $1`,
      [letterId, now()],
    );
    await enqueue(tx, 'send-letter', { letterId });
    await audit(tx, { actor, action: 'letter.resend', subject: letterId, before });
  });
}

/** Whether "send again" makes sense: not while it is under way, nor once its secret link is gone. */
export function canResend(state: string, secret: boolean, hasLink: boolean): boolean {
  return (state === 'sent' || state === 'failed') && (!secret || hasLink);
}
