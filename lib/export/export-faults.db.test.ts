import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { harmless } from '@/lib/csv-cell';
import { query } from '@/lib/db';
import { makeOffice, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { makeOrder } from '@/lib/exchange/testing/orders';
import { answerExport } from '@/lib/export/answer-export';
import { readExportInput } from '@/lib/export/export-input';
import { exportOrders, stopExports } from '@/lib/export/export-orders';

let office: TestOffice;

beforeAll(async () => {
  office = await makeOffice({ reserveUnits: 10_000_000_000n });
  const { orderId } = await makeOrder(office);
  // So many and so long that a reader who stops is felt by the database: more than all buffers between them.
  await query(
    `INSERT INTO orders SELECT made.* FROM orders o, generate_series(1, 30000) AS n,
       LATERAL jsonb_populate_record(o, jsonb_build_object('id', 'ord_' || lpad(n::text, 16, '0'),
         'quote_id', 'quo_' || n, 'idempotency_key', n::text, 'note', repeat('x', 1000))) AS made
     WHERE o.id = $1`,
    [orderId],
  );
});

const input = readExportInput(new URLSearchParams('status=all&header=names'));
const never = () => new AbortController().signal;

async function exportsUnderWay(): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'kantor export %'
     AND datname = current_database()`,
  );
  return row?.n ?? 0;
}

async function untilNoneIsUnderWay(): Promise<void> {
  while ((await exportsUnderWay()) > 0) await pause(20);
}

async function lastEnd(actorId: string): Promise<Record<string, unknown> | undefined> {
  const rows = await query<{ after: Record<string, unknown> }>(
    `SELECT after FROM audit_records WHERE actor_id = $1 AND action = 'export.orders_end'`,
    [actorId],
  );
  return rows[0]?.after;
}

describe('an export that does not go as planned', () => {
  it('waits for a slow reader and ends in the database when he goes away', async () => {
    const actor = staff('operator');
    const { stream } = await exportOrders({ actor, input, signal: never() });
    const reader = stream.getReader();
    await reader.read();
    await reader.read();
    await pause(300);
    expect(await exportsUnderWay()).toBe(1);
    await reader.cancel();
    await untilNoneIsUnderWay();
    expect(await lastEnd(actor.userId)).toMatchObject({ outcome: 'left', rows: null });
  });

  it('ends when the request is aborted, and breaks what was sent', async () => {
    const actor = staff('operator');
    const abort = new AbortController();
    const { stream } = await exportOrders({ actor, input, signal: abort.signal });
    const reader = stream.getReader();
    await reader.read();
    abort.abort();
    await expect(readAll(reader)).rejects.toThrow();
    await untilNoneIsUnderWay();
  });

  it('breaks, and does not end, when the database ends it in the middle', async () => {
    const actor = staff('operator');
    const { stream } = await exportOrders({ actor, input, signal: never() });
    const reader = stream.getReader();
    await reader.read();
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'kantor export %'
       AND datname = current_database()`,
    );
    await expect(readAll(reader)).rejects.toThrow();
    await untilNoneIsUnderWay();
    expect(await lastEnd(actor.userId)).toMatchObject({ outcome: 'broken' });
  });

  it('breaks for a reader who takes too long', async () => {
    const actor = staff('operator');
    const limits = { totalMs: 60_000, pauseMs: 100 };
    const { stream } = await exportOrders({ actor, input, signal: never(), limits });
    await untilNoneIsUnderWay();
    await expect(readAll(stream.getReader())).rejects.toThrow('too_slow');
  });

  it('breaks when the server stops', async () => {
    const { stream } = await exportOrders({ actor: staff('operator'), input, signal: never() });
    stopExports();
    await expect(readAll(stream.getReader())).rejects.toThrow();
    await untilNoneIsUnderWay();
  });

  it('is refused beyond two at once of one person, and allowed again after', async () => {
    const actor = staff('operator');
    const begin = () => answerExport(new Request('http://localhost/api/exports/orders?status=all'), actor);
    const answers = await Promise.all([begin(), begin(), begin(), begin()]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('30');
    for (const answer of answers) await answer.body?.cancel();
    await untilNoneIsUnderWay();
    const again = await begin();
    expect(again.status).toBe(200);
    await again.body?.cancel();
    await untilNoneIsUnderWay();
  });

  it('shows one moment, and postings go on beside it', async () => {
    const { stream } = await exportOrders({ actor: staff('operator'), input, signal: never() });
    const reader = stream.getReader();
    const first = await reader.read();
    const { orderId } = await makeOrder(office);
    const text = new TextDecoder().decode(first.value) + (await readAll(reader));
    expect(text).not.toContain(orderId);
    expect(text.trimEnd().split('\n')).toHaveLength(30_002);
  });

  it('makes every typed cell harmless, exactly as small files do, and loses none', async () => {
    const notes = fc.sample(
      fc.string({ unit: fc.constantFrom(...'=+-@;,"\'\t\r\n\f\\ ab1.|Ж＝－\u00A0'), maxLength: 12 }),
      2_000,
    );
    await query(
      `UPDATE orders SET note = hostile.note FROM unnest($1::text[]) WITH ORDINALITY AS hostile (note, n)
       WHERE id = 'ord_' || lpad(n::text, 16, '0')`,
      [notes],
    );
    for (const [name, delimiter] of [
      ['comma', ','],
      ['semicolon', ';'],
    ] as const) {
      const search = `status=all&columns=id,note,email&header=names&delimiter=${name}`;
      const answer = await answerExport(
        new Request(`http://localhost/api/exports/orders?${search}`),
        staff('owner'),
      );
      const { data } = Papa.parse<Record<string, string>>(await answer.text(), {
        header: true,
        delimiter,
        newline: '\n',
        skipEmptyLines: true,
      });
      const byId = new Map(data.map((row) => [row.id, row.note]));
      const cells = notes.map((_note, index) => byId.get(`ord_${String(index + 1).padStart(16, '0')}`));
      expect(cells).toEqual(notes.map(harmless));
    }
  });
});

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
}
