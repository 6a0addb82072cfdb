import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { now, shiftClock } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import type { Channel } from '@/lib/notify/channel';
import { mailbox } from '@/lib/notify/channels/mailbox';
import { smtp } from '@/lib/notify/channels/smtp';
import { orderLetterSample } from '@/lib/notify/letter-samples';
import { queueLetter } from '@/lib/notify/queue-letter';
import { resendLetter } from '@/lib/notify/resend-letter';
import { maxTries } from '@/lib/notify/retry';
import { sendLetter } from '@/lib/notify/send-letter';
import { sweepLetters } from '@/lib/notify/sweep-letters';
import { type MailSink, mailSink } from '@/lib/notify/testing/mail-sink';

const admin: UserActor = {
  kind: 'user',
  userId: 'usr_1',
  sessionId: 'ses_1',
  email: 'admin@example.com',
  name: 'Admin',
  roles: ['admin'],
  locale: 'en',
  ip: '127.0.0.1',
};

async function queued(code: 'U3' | 'reset_password' = 'U3'): Promise<string> {
  const dedupeKey = newId('ltr');
  const common = { to: 'anna@example.com', locale: 'en', dedupeKey } as const;
  await inTransaction((tx) =>
    code === 'U3'
      ? queueLetter(tx, { ...common, code, props: orderLetterSample('en') })
      : queueLetter(tx, { ...common, code, props: resetProps }),
  );
  const [row] = await query<{ id: string }>('SELECT id FROM letters WHERE dedupe_key = $1', [dedupeKey]);
  return row?.id ?? '';
}

const resetProps = {
  name: 'Anna',
  url: 'https://kantor.example/en/reset-password?token=t0k3n',
  expiresAt: '2026-11-22T10:00:00.000Z',
};

async function letterRow(id: string) {
  const [row] = await query<{
    state: string;
    tries: number;
    last_error: string | null;
    html: string | null;
    text: string | null;
    props: Record<string, unknown>;
    next_try_at: Date | null;
    channel: string | null;
  }>(
    'SELECT state::text, tries, last_error, html, text, props, next_try_at, channel FROM letters WHERE id = $1',
    [id],
  );
  if (!row) throw new Error('no such letter');
  return row;
}

async function jobsOf(id: string): Promise<number> {
  return (await query(`SELECT 1 FROM pgboss.job WHERE data->>'letterId' = $1`, [id])).length;
}

/** A channel that counts, and does as told. */
function counting(send: Channel['send'] = async () => {}) {
  const sent: string[] = [];
  const channel: Channel = {
    name: 'smtp',
    send: async (letter) => {
      sent.push(letter.sendingId);
      await send(letter);
    },
  };
  return { channel, sent };
}

describe('sending a letter', () => {
  let sink: MailSink;
  beforeEach(async () => {
    sink = await mailSink();
  });
  afterEach(async () => {
    shiftClock(0);
    await sink.close();
  });

  it('delivers it once to the mail server and keeps it as it was sent', async () => {
    const id = await queued();
    await sendLetter(id, smtp(sink.url));
    await sendLetter(id, smtp(sink.url));
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]).toContain(`Message-ID: <${id}.1@localhost>`);
    expect(sink.letters[0]).toContain('To: anna@example.com');
    expect(sink.letters[0]).toContain('multipart/alternative');
    const row = await letterRow(id);
    expect(row).toMatchObject({ state: 'sent', tries: 1, channel: 'smtp', next_try_at: null });
    expect(row.html).toContain('ord_4k2m8v1c9x3n7b5d');
  });

  it('is done once by many workers that take the same letter at once', async () => {
    const id = await queued();
    const { channel, sent } = counting();
    await Promise.all(Array.from({ length: 12 }, () => sendLetter(id, channel)));
    expect(sent).toHaveLength(1);
  });

  it('needs nothing but its own row in the built-in mailbox', async () => {
    const id = await queued();
    await sendLetter(id, mailbox);
    expect(await letterRow(id)).toMatchObject({ state: 'sent', channel: 'mailbox', tries: 1 });
  });

  it('notes why it failed, tries again after a pause and is sent once the server is back', async () => {
    const id = await queued();
    await sink.close();
    await sendLetter(id, smtp(sink.url));
    const failed = await letterRow(id);
    expect(failed).toMatchObject({ state: 'failed', tries: 1 });
    expect(failed.last_error).toContain('ECONNREFUSED');
    expect(await jobsOf(id)).toBe(2);

    sink = await mailSink(Number(new URL(sink.url).port));
    await sendLetter(id, smtp(sink.url));
    expect(sink.letters).toHaveLength(0);
    shiftClock(31_000);
    await sendLetter(id, smtp(sink.url));
    expect(sink.letters).toHaveLength(1);
    expect(await letterRow(id)).toMatchObject({ state: 'sent', tries: 2, last_error: null });
  });

  it('keeps the words of a mail server that refuses it', async () => {
    const id = await queued();
    sink.refuse = 'Mailbox full';
    await sendLetter(id, smtp(sink.url));
    expect((await letterRow(id)).last_error).toContain('Mailbox full');
  });

  it('waits longer after each failure and for a person after the last', async () => {
    const id = await queued();
    const { channel } = counting(async () => {
      throw new Error('down');
    });
    const pauses: number[] = [];
    for (let at = 0, tries = 0; tries < maxTries; tries += 1) {
      shiftClock(at);
      const before = now().getTime();
      await sendLetter(id, channel);
      const next = (await letterRow(id)).next_try_at;
      if (next) pauses.push(Math.round((next.getTime() - before) / 1000));
      at += ((pauses.at(-1) ?? 0) + 1) * 1000;
    }
    expect(pauses).toEqual([30, 120, 600, 3600, 21_600, 21_600, 21_600, 21_600, 21_600]);
    expect(await letterRow(id)).toMatchObject({ state: 'failed', tries: maxTries, next_try_at: null });
  });

  it('survives a worker that dies while it sends: the same sending is made again and can be recognised', async () => {
    const id = await queued();
    const dying = counting(() => new Promise(() => {}));
    void sendLetter(id, dying.channel);
    await expect.poll(() => dying.sent.length).toBe(1);
    await sweepLetters();
    expect(await jobsOf(id)).toBe(1);

    shiftClock(150_000);
    await sweepLetters();
    expect(await jobsOf(id)).toBe(2);
    const next = counting();
    await sendLetter(id, next.channel);
    expect(next.sent).toEqual(dying.sent);
    expect(await letterRow(id)).toMatchObject({ state: 'sent', tries: 2 });
  });

  it('gives a new job to a letter whose job was lost', async () => {
    const id = await queued();
    await query(`DELETE FROM pgboss.job WHERE data->>'letterId' = $1`, [id]);
    shiftClock(20_000);
    await sweepLetters();
    expect(await jobsOf(id)).toBe(1);
  });

  it('keeps no copy of a link that acts for its reader once it has left', async () => {
    const id = await queued('reset_password');
    await sendLetter(id, smtp(sink.url));
    expect(sink.letters[0]).toContain('t0k3n');
    expect(JSON.stringify(await letterRow(id))).not.toContain('t0k3n');
    await expect(resendLetter({ letterId: id, actor: admin })).rejects.toMatchObject({
      code: 'move_not_allowed',
    });
  });
});

describe('sending again by hand', () => {
  it('is another sending, audited', async () => {
    const id = await queued();
    const { channel, sent } = counting();
    await sendLetter(id, channel);
    await resendLetter({ letterId: id, actor: admin });
    await sendLetter(id, channel);
    expect(sent).toEqual([`${id}.1`, `${id}.2`]);
    expect(await query(`SELECT 1 FROM audit_records WHERE subject = $1`, [id])).toHaveLength(1);
  });

  it('is not for operators, nor for a letter that is on its way', async () => {
    const id = await queued();
    const operator: UserActor = { ...admin, roles: ['operator'] };
    await expect(resendLetter({ letterId: id, actor: operator })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(resendLetter({ letterId: id, actor: admin })).rejects.toMatchObject({
      code: 'move_not_allowed',
    });
  });
});
