import { now } from '@/lib/clock';
import { inTransaction, type Queryable, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/boss';
import type { RawRequest } from '@/lib/payments/contract/notice';
import type { KeptEvent } from '@/lib/payments/notice-event';
import { mayKeep } from '@/lib/payments/notice-flood';
import { keptHeaders, storableJson, storableText } from '@/lib/payments/notice-text';

/** What came in, and by which door; without the connection's secrets. */
export type Incoming = {
  systemCode: string;
  methodCode: string;
  connectionId: string | null;
  raw: RawRequest;
};

type Kept = {
  verdict: 'accepted' | 'refused' | 'answered';
  paymentId?: string | null;
  reason?: string | null;
  reading?: unknown;
  eventKey?: string | null;
  /** Nothing is left to be done. */
  outcome?: string | null;
};

/** Of what nobody signed, or nobody believes, so much of the body is kept. */
const unbelievedBytes = 8_192;

/** So long one hint is enough to have a payment asked about: another one in the meantime queues nothing. */
const hintMs = 3_000;

/**
 * Keeps an accepted notice and queues the job that acts on it, in one transaction. An event that was kept before is
 * kept as its repetition and queues nothing. Hints are `keepHint`'s.
 */
export async function keepAccepted(
  incoming: Incoming,
  paymentId: string | null,
  event: KeptEvent,
): Promise<void> {
  if (event.trust === 'hint') return keepHint(incoming, paymentId, event);
  const eventKey = storableText(`${incoming.connectionId}:${event.eventKey}`, 500);
  if (await keepFirst(incoming, { paymentId, reading: event, eventKey })) return;
  await insert({ query }, incoming, { verdict: 'accepted', paymentId, reading: event, outcome: 'repeated' });
}

/**
 * Anybody can send a hint, and call it as he likes: how many are kept from one address is limited, and what they are
 * about has one job at a time. In any case the payment is asked about soon, so a true one among them is not lost.
 */
async function keepHint(incoming: Incoming, paymentId: string | null, event: KeptEvent): Promise<void> {
  await askSoon({ query }, paymentId);
  if (!(await mayKeep(incoming.raw.ip))) return;
  const short = shortened(incoming);
  const eventKey = `${incoming.connectionId}:hint:${event.targetId}`;
  if (await keepFirst(short, { paymentId, reading: event, eventKey })) return;
  await insert({ query }, short, { verdict: 'accepted', paymentId, reading: event, outcome: 'repeated' });
}

type First = { paymentId: string | null; reading: KeptEvent; eventKey: string };

/** Whether it was the first of its key; its job is queued then. The key of a hint is free again after a while. */
async function keepFirst(incoming: Incoming, { reading, ...first }: First): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (reading.trust === 'hint')
      await tx.query(
        `UPDATE payment_notices SET event_key = NULL
         WHERE event_key = $1 AND verdict = 'accepted' AND processed_at IS NOT NULL AND received_at < $2`,
        [first.eventKey, new Date(now().getTime() - hintMs)],
        'free_hint',
      );
    const noticeId = await insert(tx, incoming, { verdict: 'accepted', reading, ...first });
    if (noticeId) await enqueue(tx, 'process-notice', { noticeId });
    return noticeId !== null;
  });
}

/**
 * Keeps what is not believed or changes nothing: refused notices, questions, kinds that say nothing about money. How
 * many are kept from one address is limited, as anybody can send them. Returns the notice's id, or null where it was
 * not kept.
 */
export async function keepUnbelieved(incoming: Incoming, kept: Kept): Promise<string | null> {
  if (!(await mayKeep(incoming.raw.ip))) return null;
  return insert({ query }, shortened(incoming), kept);
}

function shortened({ raw, ...door }: Incoming): Incoming {
  return { ...door, raw: { ...raw, body: raw.body.subarray(0, unbelievedBytes) } };
}

/** The payment is asked about within seconds instead of whenever its turn comes. */
export async function askSoon(db: Queryable, paymentId: string | null): Promise<void> {
  if (paymentId === null) return;
  await db.query(
    `UPDATE payments SET next_poll_at = least(coalesce(next_poll_at, $2), $2) WHERE id = $1 AND status <> 'paid'`,
    [paymentId, new Date(now().getTime() + 5_000)],
    'ask_soon',
  );
}

/** One notice; null where its event was kept before. */
async function insert(
  db: Queryable,
  { systemCode, methodCode, connectionId, raw }: Incoming,
  { verdict, paymentId = null, reason = null, reading = null, eventKey = null, outcome = null }: Kept,
): Promise<string | null> {
  const at = now();
  const id = newId('ntc');
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO payment_notices (id, system_code, method_code, connection_id, payment_id, verdict, reason, http_method,
       query, headers, body, ip, reading, event_key, received_at, processed_at, outcome)
     VALUES ($1, $2, $3, $4, $5, $6::"NoticeVerdict", $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (event_key) WHERE verdict = 'accepted' DO NOTHING RETURNING id`,
    [
      id,
      systemCode,
      methodCode,
      connectionId,
      paymentId,
      verdict,
      reason,
      raw.method,
      storableText(raw.query),
      JSON.stringify(keptHeaders(raw.headers)),
      raw.body,
      raw.ip,
      reading === null ? null : storableJson(reading),
      eventKey,
      at,
      outcome === null ? null : at,
      outcome,
    ],
    'keep_notice',
  );
  return row?.id ?? null;
}
