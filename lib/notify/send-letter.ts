import type { RenderedLetter } from '@/emails/render';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { enqueue } from '@/lib/jobs/boss';
import { log } from '@/lib/log';
import { type Channel, letterChannel } from '@/lib/notify/channel';
import { isLetterCode, letterEvents } from '@/lib/notify/events';
import { maxTries, pauseAfter } from '@/lib/notify/retry';
import { writeLetter } from '@/lib/notify/write-letter';

type ClaimedLetter = {
  id: string;
  code: string;
  to_address: string;
  locale: string;
  props: Record<string, unknown>;
  tries: number;
  round: number;
};

/** A worker that dies while it sends loses the letter after so long. Longer than every time-out of the channels. */
const leaseMs = 120_000;
const longestSendMs = 60_000;

/**
 * Sends one letter of the outbox: claim, render, hand over, note the outcome. A letter that is sent already, is being
 * sent by another worker or is not due yet is left alone, so a doubled job does no harm. A refusal by the mail system
 * is noted and tried again after a growing pause; only trouble with our own database throws.
 */
export async function sendLetter(letterId: string, channel: Channel = letterChannel()): Promise<void> {
  const letter = await claim(letterId);
  if (!letter) return;
  try {
    const rendered = await writeLetter(letter);
    await withinTime(
      channel.send({ sendingId: `${letter.id}.${letter.round}`, to: letter.to_address, ...rendered }),
      longestSendMs,
    );
    await markSent(letter, rendered, channel);
  } catch (error) {
    log.warn({ err: error, letterId, code: letter.code, tries: letter.tries }, 'a letter was not sent');
    await markFailed(letter, error, channel);
  }
}

async function claim(letterId: string): Promise<ClaimedLetter | undefined> {
  const at = now();
  const [letter] = await query<ClaimedLetter>(
    `UPDATE letters SET state = 'sending', tries = tries + 1, next_try_at = $3
     WHERE id = $1 AND state IN ('queued', 'failed', 'sending') AND next_try_at <= $2
     RETURNING id, code, to_address, locale, props, tries, round`,
    [letterId, at, new Date(at.getTime() + leaseMs)],
  );
  return letter;
}

/** For the built-in mailbox this statement is the delivery. `tries` tells our claim from a later one. */
async function markSent(letter: ClaimedLetter, rendered: RenderedLetter, channel: Channel): Promise<void> {
  const kept = keptText(letter, rendered, channel);
  await query(
    `UPDATE letters SET state = 'sent', sent_at = $3, next_try_at = NULL, last_error = NULL, channel = $4,
       subject = $5, html = $6, text = $7, props = CASE WHEN $8 THEN props - 'url' ELSE props END
     WHERE id = $1 AND state = 'sending' AND tries = $2`,
    [letter.id, letter.tries, now(), channel.name, rendered.subject, kept.html, kept.text, kept.stripped],
  );
}

/** A link that acts for its reader is worth a password: once it has left the house, no copy of it stays. */
function keptText({ code, props }: ClaimedLetter, { html, text }: RenderedLetter, channel: Channel) {
  const secret = isLetterCode(code) && letterEvents[code].secret && channel.name !== 'mailbox';
  if (!secret || typeof props.url !== 'string') return { html, text, stripped: false };
  const inHtml = props.url.replaceAll('&', '&amp;');
  const hidden = (from: string) => from.replaceAll(inHtml, '#').replaceAll(String(props.url), '#');
  return { html: hidden(html), text: hidden(text), stripped: true };
}

async function markFailed(letter: ClaimedLetter, error: unknown, channel: Channel): Promise<void> {
  const pause = letter.tries >= maxTries ? null : pauseAfter(letter.tries);
  const nextTryAt = pause === null ? null : new Date(now().getTime() + pause * 1000);
  await inTransaction(async (tx) => {
    const marked = await tx.query(
      `UPDATE letters SET state = 'failed', last_error = $3, channel = $4, next_try_at = $5
       WHERE id = $1 AND state = 'sending' AND tries = $2 RETURNING id`,
      [letter.id, letter.tries, reasonOf(error), channel.name, nextTryAt],
    );
    if (marked.length > 0 && pause !== null)
      await enqueue(tx, 'send-letter', { letterId: letter.id }, { startAfterSeconds: pause + 1 });
  });
}

/** What the mail system said, in one line and without the addresses of our own settings. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/[\p{Cc}]+/gu, ' ')
    .replace(/\/\/[^/@\s]+@/g, '//')
    .slice(0, 500);
}

async function withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail system did not answer in time')), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
