import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inTransaction, pool } from '@/lib/db';
import { deskVersion } from '@/lib/exchange/desk-version';
import { stopHints, tellAfterCommit } from '@/lib/live';
import { closeLiveStreams, liveStream } from '@/lib/live-stream';

type Followed = { events: () => string[]; ended: Promise<void>; leave: () => void };

/** Reads a stream as a browser would. */
function follow(version: () => Promise<string | null>, topic = 'order:ord_test', ip = '192.0.2.1'): Followed {
  const abort = new AbortController();
  const stream = liveStream({ topic, version, ip, signal: abort.signal });
  if (!stream) throw new Error('too many streams');
  let text = '';
  const ended = (async () => {
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  })();
  return {
    events: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data ?? ''),
    ended,
    leave: () => abort.abort(),
  };
}

describe('a live stream', () => {
  afterEach(closeLiveStreams);
  afterAll(stopHints);

  it('tells the present version at once and each new one within two seconds, once', async () => {
    let version = 1;
    const { events } = follow(async () => String(version));
    await expect.poll(events).toEqual(['{"version":"1"}']);
    version = 2;
    await inTransaction(async (tx) => tellAfterCommit(tx, 'order:ord_test'));
    await expect.poll(events, { timeout: 2_000 }).toEqual(['{"version":"1"}', '{"version":"2"}']);
    await inTransaction(async (tx) => tellAfterCommit(tx, 'order:ord_test'));
    await expect.poll(events, { timeout: 2_000 }).toHaveLength(2);
  });

  it('is told the same version of the desk by every server', async () => {
    await deskVersion();
    const other = await pool().connect();
    let heard = '';
    other.on('notification', ({ payload = '' }) => {
      heard = payload;
    });
    await other.query('LISTEN kantor_live');
    await inTransaction(async (tx) => tellAfterCommit(tx, 'desk'));
    await expect.poll(() => heard).toMatch(/^desk [0-9a-f-]{36}$/);
    await expect.poll(deskVersion).toContain(heard.slice('desk '.length));
    other.release(true);
  });

  it('goes on when a look at the database fails', async () => {
    let looks = 0;
    const { events } = follow(async () => {
      looks += 1;
      if (looks === 1) throw new Error('away');
      return '7';
    });
    await expect.poll(events, { timeout: 12_000 }).toEqual(['{"version":"7"}']);
  });

  it('ends when what it follows is gone, when its reader leaves, and when the server stops', async () => {
    await follow(async () => null).ended;
    const left = follow(async () => '1');
    left.leave();
    await left.ended;
    const open = follow(async () => '1');
    closeLiveStreams();
    await open.ended;
  });

  it('is refused to an address that has too many', () => {
    const one = () =>
      liveStream({
        topic: 'desk',
        version: async () => '1',
        ip: '192.0.2.9',
        signal: new AbortController().signal,
      });
    const streams = Array.from({ length: 30 }, one);
    expect(streams.filter(Boolean)).toHaveLength(24);
    closeLiveStreams();
    expect(one()).not.toBeNull();
  });
});
