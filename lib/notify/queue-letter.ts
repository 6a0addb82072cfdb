import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { enqueueAll } from '@/lib/jobs/boss';
import { type LetterCode, type LetterProps, letterEvents } from '@/lib/notify/events';

export type QueuedLetter<C extends LetterCode = LetterCode> = {
  [K in C]: {
    code: K;
    /** May be left out for letters to the office. */
    to?: string;
    locale: Locale;
    props: LetterProps<K>;
    orderId?: string;
    userId?: string;
    /** Names the event (`order:ord_…:U3`): whoever queues it again queues nothing. */
    dedupeKey: string;
  };
}[C];

/**
 * Puts a letter into the outbox in the caller's transaction, together with the job that sends it. Nothing leaves the
 * house before the transaction stands, and nothing is lost after. Throws if the props are not what the letter needs.
 */
export async function queueLetter(tx: Tx, letter: QueuedLetter): Promise<void> {
  await queueLetters(tx, [letter]);
}

/** Several letters in the same two round trips as one. */
export async function queueLetters(tx: Tx, letters: QueuedLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const at = now();
  const rows = letters.map((letter) => toRow(letter, at));
  const kept = await tx.query<{ id: string }>(
    `INSERT INTO letters (id, code, dedupe_key, to_address, locale, props, state, order_id, user_id, created_at, next_try_at)
     SELECT id, code, dedupe_key, to_address, locale, props, 'queued', order_id, user_id, created_at, created_at
     FROM jsonb_to_recordset($1::jsonb) AS given(id text, code text, dedupe_key text, to_address text, locale text,
       props jsonb, order_id text, user_id text, created_at timestamptz)
     ON CONFLICT (dedupe_key) DO NOTHING
     RETURNING id`,
    [JSON.stringify(rows)],
    'queue_letters',
  );
  await enqueueAll(
    tx,
    'send-letter',
    kept.map(({ id }) => ({ letterId: id })),
  );
}

function toRow(letter: QueuedLetter, at: Date) {
  const event = letterEvents[letter.code];
  const to = letter.to ?? (event.to === 'office' ? env().ADMIN_EMAIL : undefined);
  if (!to) throw new Error(`the letter ${letter.code} has no address`);
  return {
    id: newId('ltr'),
    code: letter.code,
    dedupe_key: letter.dedupeKey,
    to_address: to,
    locale: letter.locale,
    props: event.props.parse(letter.props),
    order_id: letter.orderId ?? null,
    user_id: letter.userId ?? null,
    created_at: at.toISOString(),
  };
}
