import { parseArgs } from 'node:util';
import type { UserActor } from '@/lib/auth/actor';
import { closeDatabase, query } from '@/lib/db';
import { checkLedger } from '@/lib/ledger/reconcile';
import { walletDayLeft } from '@/lib/wallet/wallet-day';
import type { WalletHistoryFilter } from '@/lib/wallet/wallet-history';
import { walletBalances, walletHistory, walletVersion } from '@/lib/wallet/wallet-queries';
import { walletRecordKinds } from '@/lib/wallet/wallet-record';
import { walletStatement } from '@/lib/wallet/wallet-statement';
import { makeBenchDatabase } from './ledger-database';
import { fillWallets, holderId } from './wallet-fill';

/**
 * The history of a wallet with many lines beside that of a wallet with few, in one database with wallets of others.
 * Tells the time that the server needs for the first page, every filter, frequent and rare, pages far back, and a
 * statement; and how the two wallets compare. They run in turns, so that what else the machine does falls on both.
 *   npx tsx scripts/bench/wallet.ts [--small 200] [--large 200000] [--others 500] [--runs 20]
 * Ends with 1 if a page of the large wallet takes 100 ms or more.
 */
const { values: options } = parseArgs({
  options: {
    small: { type: 'string', default: '200' },
    large: { type: 'string', default: '200000' },
    others: { type: 'string', default: '500' },
    runs: { type: 'string', default: '20' },
  },
});
const longestMs = 100;

type Case = { title: string; run(holder: UserActor): Promise<unknown> };

/** What was looked up outside of what is measured. */
const known = new Map<string, string>();
const [small, large] = [holder('small'), holder('large')];
const database = await makeBenchDatabase(4);
try {
  console.log(`filling wallets of ${options.small} and ${options.large} lines, and ${options.others} of 100`);
  await fillWallets([
    { userId: small.userId, lines: Number(options.small) },
    { userId: large.userId, lines: Number(options.large) },
    ...Array.from({ length: Number(options.others) }, (_, index) => ({
      userId: holderId(`other${index}`),
      lines: 100,
    })),
  ]);
  const findings = await checkLedger({ query });
  if (findings.length > 0) throw new Error(`the books do not close: ${JSON.stringify(findings[0])}`);
  await report();
} finally {
  await closeDatabase();
  await database.remove();
}

async function report(): Promise<void> {
  console.log(
    `\n${''.padEnd(46)}${options.small.padStart(9)}${options.large.padStart(9)}${'ratio'.padStart(9)}`,
  );
  let slow = 0;
  for (const one of [...pages(), ...beside()]) {
    const times = await compare(one);
    const isSlow = times.large >= longestMs;
    if (isSlow) slow += 1;
    tell(one.title, times, isSlow ? '  TOO SLOW' : '');
  }
  const before = process.memoryUsage().rss;
  for (const one of statements()) tell(one.title, await compare(one, 3));
  const grown = Math.round((process.memoryUsage().rss - before) / 1_048_576);
  console.log(
    `\nmilliseconds that a quarter of ${options.runs} runs in turns keep, statements of 3; ` +
      `pages of ${longestMs} ms or more: ${slow}; memory grown by the statements: ${grown} MB`,
  );
  if (slow > 0) process.exitCode = 1;
}

function pages(): Case[] {
  const page = (title: string, filter: WalletHistoryFilter): Case => ({
    title,
    run: (actor) => walletHistory(actor, filter),
  });
  const [old, newer] = [dayBefore(900), dayBefore(870)];
  return [
    page('first page', {}),
    { title: 'second page', run: async (actor) => walletHistory(actor, {}, await cursor(actor, 0.0003)) },
    { title: 'page in the middle', run: async (actor) => walletHistory(actor, {}, await cursor(actor, 0.5)) },
    page('asset: RUB (most lines)', { asset: 'RUB' }),
    page('asset: USDT (20 lines)', { asset: 'USDT' }),
    page('asset: none such', { asset: 'BTC' }),
    ...walletRecordKinds.map((kind) => page(`kind: ${kind}`, { kind })),
    page('direction: in', { direction: 'in' }),
    page('direction: out', { direction: 'out' }),
    page('direction: out, kind: refund (none)', { direction: 'out', kind: 'refund' }),
    page('asset: USDT, direction: out (none)', { asset: 'USDT', direction: 'out' }),
    page('asset: RUB, kind: reversal (rare)', { asset: 'RUB', kind: 'reversal' }),
    page('one old day', { from: old, to: old }),
    page('an old month', { from: old, to: newer }),
    page('until long ago', { to: old }),
    page('since long ago', { from: old }),
    page('an old month, kind: top_up', { from: old, to: newer, kind: 'top_up' }),
    page('an old month, kind: refund (rare)', { from: old, to: newer, kind: 'refund' }),
    page('an old month, direction: in, asset: USD', { from: old, to: newer, direction: 'in', asset: 'USD' }),
    page('since long ago, kind: reversal (rare)', { from: old, kind: 'reversal' }),
    { title: 'subject', run: async (actor) => walletHistory(actor, { subject: await subjectOf(actor) }) },
  ];
}

function beside(): Case[] {
  return [
    { title: 'balances', run: ({ userId }) => walletBalances(userId) },
    { title: 'version that open pages compare', run: ({ userId }) => walletVersion(userId) },
    {
      title: 'what is left of the day',
      run: ({ userId }) => walletDayLeft({ userId, asset: 'RUB', what: 'spend' }),
    },
  ];
}

function statements(): Case[] {
  const statement = (title: string, from: string): Case => ({
    title,
    async run(actor) {
      const { lines } = await walletStatement(actor, { asset: 'RUB', from, to: dayBefore(0) });
      let read = 0;
      for await (const _ of lines) read += 1;
      return read;
    },
  });
  return [
    statement('statement of a week', dayBefore(7)),
    statement('statement of everything', dayBefore(1_200)),
  ];
}

/** Where a page that begins so far back in a wallet is asked from; looked up once, outside of what is measured. */
async function cursor({ userId }: UserActor, share: number): Promise<string> {
  return once(`${userId} ${share}`, async () => {
    const [row] = await query<{ at: Date; id: bigint }>(
      `SELECT at, entry_id AS id FROM wallet_records WHERE user_id = $1 ORDER BY at DESC, entry_id DESC
       OFFSET (SELECT (count(*) * $2::float8)::bigint FROM wallet_records WHERE user_id = $1) LIMIT 1`,
      [userId, share],
    );
    return row ? `${row.at.getTime()}-${row.id}` : '';
  });
}

async function subjectOf({ userId }: UserActor): Promise<string> {
  return once(`${userId} subject`, async () => {
    const [row] = await query<{ subject: string }>(
      'SELECT subject FROM wallet_records WHERE user_id = $1 LIMIT 1',
      [userId],
    );
    return row?.subject ?? '';
  });
}

async function once(key: string, find: () => Promise<string>): Promise<string> {
  const found = known.get(key) ?? (await find());
  known.set(key, found);
  return found;
}

type Times = { small: number; large: number };

/** Both wallets in turns, the first one of each turn changing; the first turn warms up. */
async function compare({ run }: Case, runs = Number(options.runs)): Promise<Times> {
  const times: Record<'small' | 'large', number[]> = { small: [], large: [] };
  const sides = [
    ['small', small],
    ['large', large],
  ] as const;
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [side, actor] of turn % 2 ? sides : sides.toReversed()) {
      const start = performance.now();
      await run(actor);
      if (turn > 0) times[side].push(performance.now() - start);
    }
  }
  return { small: quarter(times.small), large: quarter(times.large) };
}

/** The time that a quarter of the runs keep: what the page takes; the slower half tells of the machine. */
function quarter(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}

function tell(title: string, times: Times, remark = ''): void {
  const figures = [times.small, times.large, times.large / times.small];
  console.log(`${title.padEnd(46)}${figures.map((value) => value.toFixed(2).padStart(9)).join('')}${remark}`);
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

function holder(name: string): UserActor {
  return {
    kind: 'user',
    userId: holderId(name),
    sessionId: 'bench',
    email: `${name}@kantor.test`,
    name,
    roles: ['customer'],
    locale: 'en',
    ip: '127.0.0.1',
  };
}
