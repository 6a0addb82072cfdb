import { writeFileSync } from 'node:fs';
import type { Actor } from '@/lib/auth/actor';
import { closeDatabase } from '@/lib/db';
import { deskCounts } from '@/lib/exchange/desk-counts';
import { readDeskFilter } from '@/lib/exchange/desk-filter';
import { deskPage } from '@/lib/exchange/desk-list';
import { deskFacts } from '@/lib/exchange/desk-where';
import { deskCases } from './desk-lists-cases';
import { fillOrders, operatorId } from './desk-lists-fill';
import { makeBenchDatabase } from './ledger-database';

/** Milliseconds of each list's first and second page, medians. */
export type Measured = { title: string; first: number; second: number | null; rows: number }[];

/** One side of desk-lists.ts, in a process and a database of its own: `<orders> <runs> <file for the answer>`. */
const [orders = '10000', runs = '9', answer = ''] = process.argv.slice(2);

const actor: Actor = {
  kind: 'user',
  userId: operatorId(1),
  sessionId: 'bench',
  email: 'staff1@kantor.test',
  name: 'Staff 1',
  roles: ['operator'],
  locale: 'en',
  ip: '127.0.0.1',
};

const database = await makeBenchDatabase(4);
try {
  await fillOrders(Number(orders));
  writeFileSync(answer, JSON.stringify(await measure()));
} finally {
  await closeDatabase();
  await database.remove();
}

async function measure(): Promise<Measured> {
  const measured: Measured = [
    { title: 'counts of the tabs', first: await median(deskCounts), second: null, rows: 0 },
  ];
  const facts = await deskFacts();
  for (const { title, params } of await deskCases()) {
    const { filter, problems } = readDeskFilter(new URLSearchParams(params));
    if (problems.length > 0) throw new Error(`${title}: ${problems.join(', ')}`);
    const { next, rows } = await deskPage({ actor, filter, facts });
    measured.push({
      title,
      first: await median(() => deskPage({ actor, filter, facts })),
      second: next === null ? null : await median(() => deskPage({ actor, filter, facts, after: next })),
      rows: rows.length,
    });
  }
  return measured;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work();
  for (let run = 0; run < Number(runs); run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
