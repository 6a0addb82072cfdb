import type { Actor } from '@/lib/auth/actor';
import { closeDatabase } from '@/lib/db';
import { deskCounts } from '@/lib/exchange/desk-counts';
import { readDeskFilter } from '@/lib/exchange/desk-filter';
import { deskPage } from '@/lib/exchange/desk-list';
import { deskFacts } from '@/lib/exchange/desk-where';
import { deskCases } from './desk-lists-cases';
import { fillOrders, operatorId } from './desk-lists-fill';
import { makeBenchDatabase } from './ledger-database';

/** What a side says: first what lists it has, with the rows of two pages, then the milliseconds of each run. */
export type Told = { lists: { title: string; first: number; second: number }[] } | { ms: number };

/** What it is asked: to run a page of a list once, or to end. */
export type Asked = { list: number; page: 'first' | 'second' } | 'end';

/** One side of desk-lists.ts, in a process and a database of its own, filled with so many orders: `<orders>`. */
const [orders = '10000'] = process.argv.slice(2);

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

type List = {
  title: string;
  rows: { first: number; second: number };
  first: () => Promise<unknown>;
  second: (() => Promise<unknown>) | null;
};

const database = await makeBenchDatabase(4);
try {
  await fillOrders(Number(orders));
  const lists = await allLists();
  tell({ lists: lists.map(({ title, rows }) => ({ title, ...rows })) });
  for await (const asked of questions()) {
    if (asked === 'end') break;
    const work = lists[asked.list]?.[asked.page];
    if (!work) throw new Error(`there is no such list: ${asked.list}`);
    const start = performance.now();
    await work();
    tell({ ms: performance.now() - start });
  }
} finally {
  await closeDatabase();
  await database.remove();
  process.disconnect();
}

async function allLists(): Promise<List[]> {
  const lists: List[] = [
    { title: 'counts of the tabs', rows: { first: 0, second: 0 }, first: deskCounts, second: null },
  ];
  const facts = await deskFacts();
  for (const { title, params } of await deskCases()) {
    const { filter, problems } = readDeskFilter(new URLSearchParams(params));
    if (problems.length > 0) throw new Error(`${title}: ${problems.join(', ')}`);
    const { next, rows } = await deskPage({ actor, filter, facts });
    const after = next === null ? null : await deskPage({ actor, filter, facts, after: next });
    lists.push({
      title,
      rows: { first: rows.length, second: after?.rows.length ?? 0 },
      first: () => deskPage({ actor, filter, facts }),
      second: next === null ? null : () => deskPage({ actor, filter, facts, after: next }),
    });
  }
  return lists;
}

async function* questions(): AsyncGenerator<Asked> {
  for (;;) {
    yield await new Promise<Asked>((resolve, reject) => {
      process.once('message', resolve);
      process.once('disconnect', () => reject(new Error('nobody asks any more')));
    });
    process.removeAllListeners('disconnect');
  }
}

function tell(told: Told): void {
  process.send?.(told);
}
