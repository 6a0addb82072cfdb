import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { staff } from '@/lib/exchange/testing/office';
import { formatUnits } from '@/lib/money';
import { makeHolder, moveWallet, switchWallets, type TestHolder, testAssets } from './testing/wallets';
import type { WalletHistoryFilter } from './wallet-history';
import type { WalletLineView } from './wallet-line';
import { walletHistory, walletLine } from './wallet-queries';
import type { WalletReader } from './wallet-reader';
import { walletRecordKinds } from './wallet-record';

const dayMs = 86_400_000;

beforeAll(() => switchWallets());
afterEach(() => shiftClock(0));

async function allLines(reader: WalletReader, filter: WalletHistoryFilter): Promise<WalletLineView[]> {
  const lines: WalletLineView[] = [];
  let before: string | undefined;
  do {
    const page = await walletHistory(reader, filter, before);
    lines.push(...page.lines);
    before = page.next ?? undefined;
  } while (before !== undefined);
  return lines;
}

/** Random lines of random kinds and assets over eleven days; every third moment is that of the line before. */
async function busyHolder(count: number): Promise<TestHolder> {
  const holder = await makeHolder();
  const start = -10 * dayMs;
  for (let index = 0; index < count; index += 1) {
    shiftClock(start + (index - (index % 3)) * Math.floor((10 * dayMs) / count));
    const asset = index % 7 === 0 ? 'USDT' : 'RUB';
    const kind = walletRecordKinds[(index * index) % walletRecordKinds.length] ?? 'top_up';
    const units = index % 4 === 3 ? -BigInt(index) : BigInt(3 * index + 100);
    await moveWallet(holder.userId, asset, units, { kind, subject: `subject-${index % 9}` });
  }
  shiftClock(0);
  return holder;
}

const day = fc.integer({ min: -12, max: 1 }).map((days) => {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
});
const filters: fc.Arbitrary<WalletHistoryFilter> = fc.record(
  {
    asset: fc.constantFrom('RUB', 'USDT', 'NONE'),
    kind: fc.constantFrom(...walletRecordKinds),
    direction: fc.constantFrom('in' as const, 'out' as const),
    from: day,
    to: day,
    subject: fc.constantFrom('subject-3', 'subject-8', 'none'),
  },
  { requiredKeys: [] },
);

/** The office's zone in these tests is the default one, three hours before UTC without a change in the year. */
const localDay = (iso: string) => new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(0, 10);

function fits(line: WalletLineView, filter: WalletHistoryFilter): boolean {
  const incoming = !line.amount.startsWith('-');
  return (
    (filter.asset === undefined || line.asset === filter.asset) &&
    (filter.kind === undefined || line.kind === filter.kind) &&
    (filter.direction === undefined || incoming === (filter.direction === 'in')) &&
    (filter.from === undefined || localDay(line.at) >= filter.from) &&
    (filter.to === undefined || localDay(line.at) <= filter.to) &&
    (filter.subject === undefined || line.subject === filter.subject)
  );
}

describe('the history of a wallet', () => {
  let holder: TestHolder;
  let all: WalletLineView[];

  beforeAll(async () => {
    holder = await busyHolder(230);
    all = await allLines(holder.actor, {});
  });

  it('has every line once, newest first, page by page, each with the balance after it', () => {
    expect(all).toHaveLength(230);
    expect(new Set(all.map(({ entryId }) => entryId)).size).toBe(230);
    const running = { RUB: 0n, USDT: 0n };
    for (const line of [...all].reverse()) {
      const asset = line.asset === 'RUB' ? 'RUB' : 'USDT';
      running[asset] += BigInt(line.amount.replace('.', ''));
      expect(line.balanceAfter).toBe(formatUnits(running[asset], testAssets[asset]));
    }
    const times = all.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('by any filter shows exactly what fits it, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(await allLines(holder.actor, filter)).toEqual(all.filter((line) => fits(line, filter)));
      }),
      { numRuns: 150 },
    );
  });

  it('is not moved by lines that come while somebody turns the pages', async () => {
    const other = await busyHolder(120);
    const first = await walletHistory(other.actor);
    await moveWallet(other.userId, 'RUB', 5n);
    const second = await walletHistory(other.actor, {}, first.next ?? '');
    const third = await walletHistory(other.actor, {}, second.next ?? '');
    const ids = [first, second, third].flatMap(({ lines }) => lines.map(({ entryId }) => entryId));
    expect(ids).toHaveLength(120);
    expect(new Set(ids).size).toBe(120);
    expect(third.next).toBeNull();
  });

  it.each([
    '',
    'junk',
    '1-',
    '-1',
    '99999999999999999999-1',
    '9999999999999-999999999999999999',
    '999999999999999-1',
    '1e5-3',
    "1-1'; SELECT 1",
  ])('begins at the newest where it is asked to go on from %j', async (before) => {
    expect((await walletHistory(holder.actor, {}, before)).lines[0]).toEqual(all[0]);
  });

  it.each(['yesterday', '2026-13-40', '2026-02-30', '0000-01-01', '', '-infinity'])(
    'takes no notice of a day that is none: %j',
    async (text) => {
      expect((await walletHistory(holder.actor, { from: text, to: text })).lines[0]).toEqual(all[0]);
    },
  );

  it('is its holder’s own: nobody else finds a line of it, staff in the books do', async () => {
    const stranger = await makeHolder();
    const [line] = all;
    if (!line) throw new Error('no lines');
    expect((await walletHistory(stranger.actor, { subject: line.subject })).lines).toEqual([]);
    expect(await walletLine(stranger.actor, line.entryId)).toBeNull();
    expect(await walletLine(holder.actor, line.entryId)).toEqual(line);
    expect(await walletLine(holder.actor, "0' OR 1=1")).toBeNull();
    const { userId } = holder;
    const asks = (role: 'accountant' | 'operator' | 'cashier') =>
      walletHistory({ staff: staff(role), userId }, { kind: line.kind });
    expect((await asks('accountant')).lines[0]).toEqual(line);
    await expect(asks('operator')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asks('cashier')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(walletHistory({ kind: 'guest', ip: '192.0.2.1' })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    await expect(walletHistory({ staff: stranger.actor, userId }, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('does not go back in time where a server’s clock does', async () => {
    const { actor, userId } = await makeHolder();
    await moveWallet(userId, 'RUB', 100n);
    shiftClock(-600_000);
    await moveWallet(userId, 'RUB', 50n);
    const { lines } = await walletHistory(actor);
    expect(lines.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      ['0.50', '1.50'],
      ['1.00', '1.00'],
    ]);
  });
});
