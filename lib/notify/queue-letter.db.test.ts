import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, inTransaction, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { orderLetterSample } from '@/lib/notify/letter-samples';
import { queueLetter } from '@/lib/notify/queue-letter';

const letter = (dedupeKey: string) =>
  ({ code: 'U3', to: 'anna@example.com', locale: 'ru', props: orderLetterSample('ru'), dedupeKey }) as const;

async function counts(dedupeKey: string) {
  const letters = await query<{ id: string }>('SELECT id FROM letters WHERE dedupe_key = $1', [dedupeKey]);
  const jobs = await query(
    `SELECT 1 FROM pgboss.job WHERE name = 'send-letter' AND data->>'letterId' = ANY($1)`,
    [letters.map(({ id }) => id)],
  );
  return { letters: letters.length, jobs: jobs.length };
}

describe('queueing a letter', () => {
  let key = '';
  beforeEach(() => {
    key = `test:${newId('ltr')}`;
  });
  afterAll(closeDatabase);

  it('writes one letter and one job, however often the command is repeated', async () => {
    for (let time = 0; time < 3; time += 1) await inTransaction((tx) => queueLetter(tx, letter(key)));
    expect(await counts(key)).toEqual({ letters: 1, jobs: 1 });
  });

  it('writes one letter and one job for twenty commands at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => inTransaction((tx) => queueLetter(tx, letter(key)))));
    expect(await counts(key)).toEqual({ letters: 1, jobs: 1 });
  });

  it('writes nothing if the transaction does not stand', async () => {
    const broken = inTransaction(async (tx) => {
      await queueLetter(tx, letter(key));
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await counts(key)).toEqual({ letters: 0, jobs: 0 });
  });

  it('sends letters to the office to the address of the environment', async () => {
    await inTransaction((tx) =>
      queueLetter(tx, { code: 'A3', locale: 'en', props: orderLetterSample('en'), dedupeKey: key }),
    );
    const [row] = await query('SELECT to_address FROM letters WHERE dedupe_key = $1', [key]);
    expect(row?.to_address).toBe(process.env.ADMIN_EMAIL ?? 'desk@kantor.test');
  });

  it('refuses props that the letter could not be written from', async () => {
    const bad = { ...orderLetterSample('en'), url: 'javascript:alert(1)' };
    await expect(
      inTransaction((tx) => queueLetter(tx, { ...letter(key), code: 'U4', props: bad })),
    ).rejects.toThrow();
  });
});
