import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { makeHolder, moveWallet, switchWallets, type TestHolder } from './testing/wallets';
import type { WalletLineView } from './wallet-line';
import { walletStatement } from './wallet-statement';

const dayMs = 86_400_000;
/** Noon of a day in the office's zone, which has no other hours in summer. */
const noon = (day: string) => Date.parse(`${day}T09:00:00Z`);
const at = (moment: number) => shiftClock(moment - Date.now());

beforeAll(() => switchWallets());
afterEach(() => shiftClock(0));

async function linesOf(lines: AsyncIterable<WalletLineView>): Promise<WalletLineView[]> {
  const read: WalletLineView[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

describe('a statement', () => {
  let holder: TestHolder;

  beforeAll(async () => {
    holder = await makeHolder({}, 'Anna Kantor');
    for (const [day, units] of [
      ['2026-05-30', 10_000n],
      ['2026-06-01', -2_500n],
      ['2026-06-01', 300n],
      ['2026-06-02', -100n],
      ['2026-06-04', 7_000n],
    ] as const) {
      at(noon(day));
      await moveWallet(holder.userId, 'RUB', units);
      await moveWallet(holder.userId, 'USDT', 1_000_000n);
    }
    shiftClock(0);
  });

  it('has the balance before, every line of its asset and period, oldest first, and the balance after', async () => {
    const { lines, ...head } = await walletStatement(holder.actor, {
      asset: 'RUB',
      from: '2026-06-01',
      to: '2026-06-02',
    });
    expect(head).toMatchObject({
      number: holder.number,
      holder: 'Anna Kantor',
      opening: '100.00',
      closing: '77.00',
      totalIn: '3.00',
      totalOut: '26.00',
      lineCount: 3,
      timeZone: 'Europe/Moscow',
    });
    const read = await linesOf(lines);
    expect(read.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      ['-25.00', '75.00'],
      ['3.00', '78.00'],
      ['-1.00', '77.00'],
    ]);
  });

  it('of a time without lines has the same balance at both ends, before the first line nothing', async () => {
    const on = async (from: string, to: string) => {
      const { opening, closing, lineCount, lines } = await walletStatement(holder.actor, {
        asset: 'RUB',
        from,
        to,
      });
      expect(await linesOf(lines)).toEqual([]);
      return [opening, closing, lineCount];
    };
    expect(await on('2026-06-03', '2026-06-03')).toEqual(['77.00', '77.00', 0]);
    expect(await on('2020-01-01', '2020-12-31')).toEqual(['0.00', '0.00', 0]);
    expect(await on('2030-01-01', '2030-12-31')).toEqual(['147.00', '147.00', 0]);
  });

  it('takes a day from midnight to midnight of the office, be it of 23 hours', async () => {
    await query(
      `INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('office', '{"timeZone":"Europe/Berlin"}', now(), 'test')`,
    );
    const { userId, actor } = await makeHolder();
    // Clocks go forward on 29 March 2026: the day begins at 23:00 UTC and ends at 22:00.
    for (const moment of [
      '2026-03-28T22:59:59.999Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-29T22:00:00.000Z',
    ]) {
      at(Date.parse(moment));
      await moveWallet(userId, 'RUB', 100n);
      await query('UPDATE wallet_records SET at = $2 WHERE user_id = $1 AND at >= $2', [
        userId,
        new Date(moment),
      ]);
    }
    shiftClock(0);
    const day = { asset: 'RUB', from: '2026-03-29', to: '2026-03-29' };
    expect(await walletStatement(actor, day)).toMatchObject({
      opening: '1.00',
      closing: '3.00',
      lineCount: 2,
    });
    await query(`DELETE FROM settings WHERE key = 'office'`);
  });

  it('of thousands of lines is read on as it is taken, and does not see what comes meanwhile', async () => {
    const { userId, actor } = await makeHolder();
    at(Date.now() - dayMs);
    // Few at a time: all of them at once would wait for connections longer than one may.
    for (let done = 0; done < 2_050; done += 10)
      await Promise.all(Array.from({ length: 10 }, () => moveWallet(userId, 'RUB', 1n)));
    shiftClock(0);
    const today = new Date(Date.now() + dayMs).toISOString().slice(0, 10);
    const statement = await walletStatement(actor, { asset: 'RUB', from: '2020-01-01', to: today });
    await moveWallet(userId, 'RUB', 5n);
    const read = await linesOf(statement.lines);
    expect(statement).toMatchObject({ lineCount: 2_050, closing: '20.50' });
    expect(read).toHaveLength(2_050);
    expect(read.at(-1)?.balanceAfter).toBe('20.50');
  });

  it('is of one’s own wallet, of an asset there is, and of a period that is one', async () => {
    const period = { asset: 'RUB', from: '2026-06-01', to: '2026-06-02' };
    const stranger = await makeHolder();
    expect(await walletStatement(stranger.actor, period)).toMatchObject({ closing: '0.00', lineCount: 0 });
    const { userId } = holder;
    expect(await walletStatement({ staff: staff('accountant'), userId }, period)).toMatchObject({
      number: holder.number,
      lineCount: 3,
    });
    for (const role of ['customer', 'cashier', 'operator', 'support'] as const) {
      await expect(walletStatement({ staff: staff(role), userId }, period)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(walletStatement({ kind: 'guest', ip: '192.0.2.1' }, period)).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    await expect(walletStatement(holder.actor, { ...period, asset: 'DOGE' })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const [given, fields] of [
      [{ from: '' }, { from: { key: 'required' } }],
      [{ to: '2026-02-30' }, { to: { key: 'date' } }],
      [{ from: '2026-06-03' }, { to: { key: 'periodEnds' } }],
      [{ from: "2026-06-01'--" }, { from: { key: 'date' } }],
    ] as const) {
      await expect(walletStatement(holder.actor, { ...period, ...given })).rejects.toMatchObject({
        code: 'invalid_input',
        fields,
      });
    }
  });
});
