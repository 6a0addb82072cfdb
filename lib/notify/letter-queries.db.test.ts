import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { mailbox } from '@/lib/notify/channels/mailbox';
import { letterPage, lettersInTrouble, letterView } from '@/lib/notify/letter-queries';
import { orderLetterSample } from '@/lib/notify/letter-samples';
import { queueLetter } from '@/lib/notify/queue-letter';
import { sendLetter } from '@/lib/notify/send-letter';

describe('reading letters', () => {
  let reset = '';
  beforeAll(async () => {
    await inTransaction(async (tx) => {
      for (let count = 0; count < 55; count += 1)
        await queueLetter(tx, {
          code: 'U3',
          to: `c${count}@example.com`,
          locale: 'en',
          props: orderLetterSample('en'),
          dedupeKey: `u3:${count}`,
        });
      await queueLetter(tx, {
        code: 'reset_password',
        to: 'owner@example.com',
        locale: 'en',
        props: {
          name: 'Olga',
          url: 'https://kantor.example/en/reset-password?token=t0k3n',
          expiresAt: '2026-11-22T10:00:00.000Z',
        },
        dedupeKey: 'reset:1',
      });
    });
    const [row] = await query<{ id: string }>(`SELECT id FROM letters WHERE dedupe_key = 'reset:1'`);
    reset = row?.id ?? '';
    await sendLetter(reset, mailbox);
  });

  it('pages through all of them without a gap', async () => {
    const seen = new Set<string>();
    let before: string | undefined;
    do {
      const { rows, next } = await letterPage(staff('support'), { ...(before && { before }) });
      for (const row of rows) seen.add(row.id);
      before = next ?? undefined;
    } while (before);
    expect(seen.size).toBe(56);
  });

  it('narrows by state, code and address, and takes nonsense for no filter', async () => {
    const count = async (filter: Parameters<typeof letterPage>[1]) =>
      (await letterPage(staff('admin'), filter)).rows.length;
    expect(await count({ state: 'sent' })).toBe(1);
    expect(await count({ code: 'reset_password' })).toBe(1);
    expect(await count({ to: ' OWNER@' })).toBe(1);
    expect(await count({ to: '%' })).toBe(0);
    expect(await count({ state: "x' OR 1=1", code: 'nope', before: '1-2-3' })).toBe(50);
  });

  it('shows what would be sent before it is', async () => {
    const { rows } = await letterPage(staff('admin'), { to: 'c7@' });
    const view = await letterView(staff('support'), rows[0]?.id ?? '');
    expect(view.content?.html).toContain('ord_4k2m8v1c9x3n7b5d');
    expect(view.mayResend).toBe(false);
  });

  it('shows a link that acts for its reader to no support', async () => {
    const view = await letterView(staff('support'), reset);
    expect(view).toMatchObject({ withheld: true, content: null });
    expect((await letterView(staff('admin'), reset)).content?.text).toContain('t0k3n');
  });

  it.each(['customer', 'operator', 'cashier', 'accountant'] as const)('is not for a %s', async (role) => {
    await expect(letterPage(staff(role), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(letterView(staff(role), reset)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('finds nothing under an id that is none', async () => {
    await expect(letterView(staff('admin'), "ltr_' OR 1=1")).rejects.toMatchObject({ code: 'not_found' });
  });

  it('counts those that do not leave, not one that failed once and is tried again', async () => {
    const fail = (tries: number, next: string, key: string) =>
      query(`UPDATE letters SET state = 'failed', tries = $1, next_try_at = ${next} WHERE dedupe_key = $2`, [
        tries,
        key,
      ]);
    await fail(1, 'now()', 'u3:1');
    await fail(3, 'now()', 'u3:2');
    await fail(10, 'NULL', 'u3:3');
    expect(await lettersInTrouble(staff('admin'))).toBe(2);
    await expect(lettersInTrouble(staff('operator'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
