import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import type { Channel } from '@/lib/notify/channel';
import { orderLetterSample } from '@/lib/notify/letter-samples';
import { queueLetter } from '@/lib/notify/queue-letter';
import { failedLetters, resendAtOnce, resendFailedLetters } from '@/lib/notify/resend-failed-letters';
import { sendLetter } from '@/lib/notify/send-letter';

const admin = staff('admin');

/** `count` letters to addresses `c0@…`, all of them failed for good. */
async function failed(count: number): Promise<void> {
  await inTransaction(async (tx) => {
    for (let number = 0; number < count; number += 1)
      await queueLetter(tx, {
        code: 'U3',
        to: `c${number}@example.com`,
        locale: 'en',
        props: orderLetterSample('en'),
        dedupeKey: `u3:${number}`,
      });
  });
  await query(
    `UPDATE letters SET state = 'failed', tries = 10, next_try_at = NULL, last_error = 'no route',
       created_at = created_at + make_interval(secs => substr(dedupe_key, 4)::int)`,
  );
}

const states = async () =>
  (await query<{ state: string }>('SELECT state::text FROM letters ORDER BY created_at, id')).map(
    ({ state }) => state,
  );
const resend = (count: number, filter: Record<string, string> = {}, actor = admin) =>
  resendFailedLetters({ actor, input: { count: `${count}`, ...filter } });

beforeEach(async () => {
  await query('DELETE FROM letters');
  await query('DELETE FROM audit_records');
});

describe('sending all failed letters again', () => {
  it('queues those of the filter with a job each, and the audit tells how many', async () => {
    await failed(3);
    await query(`UPDATE letters SET state = 'sent' WHERE dedupe_key = 'u3:2'`);
    expect(await failedLetters(admin, {})).toEqual({ count: 2, more: false });
    expect(await failedLetters(admin, { to: ' C1@', code: 'U3' })).toEqual({ count: 1, more: false });
    expect(await failedLetters(admin, { code: 'U4' })).toEqual({ count: 0, more: false });
    const jobs = `SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'send-letter'`;
    const [before] = await query<{ jobs: number }>(jobs);
    expect(await resend(2, { to: 'c1@' })).toBe(1);
    const [after] = await query<{ jobs: number }>(jobs);
    expect((after?.jobs ?? 0) - (before?.jobs ?? 0)).toBe(1);
    expect(await states()).toEqual(['failed', 'queued', 'sent']);
    expect(await query('SELECT action, after FROM audit_records')).toEqual([
      { action: 'letter.resend_failed', after: { letters: 1, code: null, email: 'c1@' } },
    ]);
  });

  it('sends no more than was confirmed, the oldest first', async () => {
    await failed(3);
    expect(await resend(2)).toBe(2);
    expect(await states()).toEqual(['queued', 'queued', 'failed']);
  });

  it('of two who press at once each letter goes out once, under the name of its first sending', async () => {
    await failed(5);
    const queued = await Promise.all([resend(5), resend(5)]);
    expect(queued.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await resend(5)).toBe(0);
    const sent: string[] = [];
    const channel: Channel = {
      name: 'mailbox',
      send: async ({ sendingId }) => {
        sent.push(sendingId);
      },
    };
    const ids = (await query<{ id: string }>('SELECT id FROM letters')).map(({ id }) => id);
    await Promise.all([...ids, ...ids].map((id) => sendLetter(id, channel)));
    expect(sent.sort()).toEqual(ids.map((id) => `${id}.1`).sort());
  });

  it('leaves alone a letter whose secret link is gone', async () => {
    await failed(1);
    await query(`UPDATE letters SET code = 'reset_password', props = '{"name":"Anna"}'`);
    expect(await failedLetters(admin, {})).toEqual({ count: 0, more: false });
    expect(await resend(1)).toBe(0);
  });

  it('is for admins alone, and for no more than its limit', async () => {
    await failed(1);
    for (const role of ['support', 'operator', 'accountant', 'customer'] as const) {
      await expect(resend(1, {}, staff(role))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(failedLetters(staff(role), {})).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const count of [0, -1, 1.5, resendAtOnce + 1])
      await expect(resend(count)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await states()).toEqual(['failed']);
  });
});
