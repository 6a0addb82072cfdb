import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { pool, query, type Tx } from '@/lib/db';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

/**
 * Tells open pages that something changed. NOTIFY is a hint only: whoever listens also looks by himself now and then,
 * so a lost hint costs a second and nothing else. Sent after the commit: inside, it would make commits wait in line.
 */
const channel = 'kantor_live';

/** Told the hint's own name: the same in every process that hears it. */
type Listener = (hint: string) => void;

type Hub = { listeners: Map<string, Set<Listener>>; client?: pg.PoolClient; starting?: boolean };

const hub = processWide<Hub>('live', () => ({ listeners: new Map() }));

/** Once the transaction stands, wakes whoever listens to the topic (`order:ord_…`, `desk`). */
export function tellAfterCommit(tx: Tx, ...topics: string[]): void {
  tx.afterCommit(() => {
    for (const topic of topics) untold.add(topic);
    void tell();
  });
}

const untold = new Set<string>();
let isTelling = false;

/** One statement at a time: what is to be told meanwhile goes with the next one, each topic once. */
async function tell(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  while (untold.size > 0) {
    const topics = [...untold];
    untold.clear();
    try {
      await query(
        `SELECT pg_notify($1, topic || ' ' || $3) FROM unnest($2::text[]) AS topic`,
        [channel, topics, randomUUID()],
        'live_hints',
      );
    } catch (error) {
      log.warn({ err: error, topics }, 'live hints were not sent');
    }
  }
  isTelling = false;
}

/** Calls `listener` after each change of the topic. Returns the way to stop. */
export function listen(topic: string, listener: Listener): () => void {
  const listeners = hub.listeners.get(topic) ?? new Set();
  hub.listeners.set(topic, listeners.add(listener));
  void connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) hub.listeners.delete(topic);
  };
}

/** Whether hints arrive at present. While they do not, whoever listens looks by himself more often. */
export function hintsArrive(): boolean {
  return hub.client !== undefined;
}

/** Gives the listening connection up: a pool does not end while one is out. For the end of a process or a test. */
export function stopHints(): void {
  hub.listeners.clear();
  hub.client?.release(true);
  hub.client = undefined;
}

async function connect(): Promise<void> {
  if (hub.client || hub.starting) return;
  hub.starting = true;
  try {
    const client = await pool().connect();
    client.on('notification', (message) => {
      const [topic = '', hint = ''] = (message.payload ?? '').split(' ');
      for (const listener of hub.listeners.get(topic) ?? []) listener(hint);
    });
    client.on('error', () => {
      hub.client = undefined;
      client.release(true);
      if (hub.listeners.size > 0) setTimeout(() => void connect(), 1_000);
    });
    await client.query(`LISTEN ${channel}`);
    hub.client = client;
  } catch (error) {
    log.warn({ err: error }, 'live hints are off for a moment');
    setTimeout(() => void connect(), 2_000);
  } finally {
    hub.starting = false;
  }
}
