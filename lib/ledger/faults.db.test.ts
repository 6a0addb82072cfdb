import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { env } from '@/lib/env';
import { houseAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { postQuery } from '@/lib/ledger/post-statement';
import { type HoldStep, prepareTransfer, type TransferInput } from '@/lib/ledger/posting';
import { balanceOf } from '@/lib/ledger/queries';
import { checkLedger } from '@/lib/ledger/reconcile';
import { reverse } from '@/lib/ledger/reverse';
import { ledgerOffice } from '@/lib/ledger/testing/ledger-office';

const db = { query };

describe('reversal', () => {
  test('takes everything back once, whoever asks and however often', async () => {
    const { a, capital, fill } = ledgerOffice();
    const hold: HoldStep = { step: 'place', holdId: randomUUID(), account: a, amountUnits: 4n };
    const { transferId } = await post(db, fill(10n, [hold]));
    const key = randomUUID();
    const again = () => reverse(db, { transferId, key, actor: 'test', note: 'a slip' });
    const results = await Promise.all([again(), again(), again()]);
    expect(new Set([...results, await again()].map((result) => result.transferId)).size).toBe(1);
    expect(await balanceOf(a)).toEqual({ balanceUnits: 0n, heldUnits: 0n });
    expect(await balanceOf(capital)).toEqual({ balanceUnits: 0n, heldUnits: 0n });
    await expect(
      reverse(db, { transferId, key: randomUUID(), actor: 'test', note: '' }),
    ).rejects.toMatchObject({ code: 'ledger_already_reversed' });
  });

  test('is refused where the money is spent already, and for what there is not', async () => {
    const { a, capital, fill } = ledgerOffice();
    const { transferId } = await post(db, fill(10n));
    await post(db, {
      ...fill(0n),
      postings: [
        { account: a, amountUnits: -3n },
        { account: capital, amountUnits: 3n },
      ],
    });
    const ask = (id: string) => reverse(db, { transferId: id, key: randomUUID(), actor: 'test', note: '' });
    await expect(ask(transferId)).rejects.toMatchObject({ code: 'ledger_overdraft' });
    await expect(ask('trf_none')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('transactions', () => {
  test('a refusal leaves the caller his transaction', async () => {
    const { a, capital, fill } = ledgerOffice();
    const spend = {
      ...fill(0n),
      postings: [
        { account: a, amountUnits: -1n },
        { account: capital, amountUnits: 1n },
      ],
    };
    await inTransaction(async (tx) => {
      await expect(post(tx, spend)).rejects.toMatchObject({ code: 'ledger_overdraft' });
      await post(tx, fill(5n));
    });
    expect((await balanceOf(a)).balanceUnits).toBe(5n);
  });

  test('a call with the key of an open transaction waits, and then replays it or stands in for it', async () => {
    for (const commits of [true, false]) {
      const { a, fill } = ledgerOffice();
      await post(db, fill(1n));
      const key = randomUUID();
      const first = await openPosting(fill(10n, undefined, key));
      const second = post(db, fill(10n, undefined, key));
      const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 150, 'waits'))]);
      expect(early).toBe('waits');
      await first.end(commits ? 'COMMIT' : 'ROLLBACK');
      expect((await second).replayed).toBe(commits);
      expect((await balanceOf(a)).balanceUnits).toBe(11n);
    }
  });

  test('a spend that waited for another one sees what that left, not what its snapshot saw', async () => {
    const { a, capital, fill } = ledgerOffice();
    await post(db, fill(10n));
    const spend = {
      ...fill(0n),
      postings: [
        { account: a, amountUnits: -7n },
        { account: capital, amountUnits: 7n },
      ],
    };
    const first = await openPosting(spend);
    const second = post(db, { ...spend, key: randomUUID() });
    second.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first.end('COMMIT');
    await expect(second).rejects.toMatchObject({ code: 'ledger_overdraft' });
    expect((await balanceOf(a)).balanceUnits).toBe(3n);
  });

  test('a hold that was taken while a call waited is gone, though its snapshot saw it', async () => {
    const { a, capital, fill } = ledgerOffice();
    const hold = (holdId: string): HoldStep => ({ step: 'place', holdId, account: a, amountUnits: 4n });
    const [contested, other] = [hold(randomUUID()), hold(randomUUID())];
    await post(db, fill(20n, [contested, other]));
    const take = () => ({
      ...fill(0n, [{ ...contested, step: 'take' as const }]),
      postings: [
        { account: a, amountUnits: -4n },
        { account: capital, amountUnits: 4n },
      ],
    });
    const first = await openPosting(take());
    const second = post(db, take());
    second.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first.end('COMMIT');
    await expect(second).rejects.toMatchObject({ code: 'ledger_hold_gone' });
    expect(await balanceOf(a)).toEqual({ balanceUnits: 16n, heldUnits: 4n });
  });

  test('a client that dies before the commit leaves nothing behind', async () => {
    const { a, fill } = ledgerOffice();
    await post(db, fill(1n));
    const input = fill(10n, [{ step: 'place', holdId: randomUUID(), account: a, amountUnits: 2n }]);
    const dying = await openPosting(input);
    await dying.die();
    // Not a replay: it waits for the server to notice, and is the first with this key.
    expect((await post(db, input)).replayed).toBe(false);
    expect(await balanceOf(a)).toEqual({ balanceUnits: 11n, heldUnits: 2n });
    expect(await checkLedger(db)).toEqual([]);
  });
});

/** A transaction of its own connection that has posted and not yet ended. */
async function openPosting(input: TransferInput) {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  const { text, values } = postQuery(prepareTransfer(input), `trf_${randomUUID()}`, new Date(), false);
  const { rows } = await client.query(text, values);
  expect(rows).toMatchObject([{ written: true }, { written: true }]);
  return {
    async end(how: 'COMMIT' | 'ROLLBACK') {
      await client.query(how);
      await client.end();
    },
    async die() {
      const pid = (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
      await query('SELECT pg_terminate_backend($1)', [pid]);
    },
  };
}

test('readers that sum while writers run always see zero', async () => {
  const { asset, a, b, fill } = ledgerOffice();
  await post(db, fill(1_000n));
  let writing = true;
  const storm = Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      post(db, {
        ...fill(0n),
        postings: [
          { account: i % 2 ? a : b, amountUnits: 1n },
          { account: houseAccount('capital', asset), amountUnits: -1n },
        ],
      }),
    ),
  ).finally(() => {
    writing = false;
  });
  const sums = new Set<string>();
  while (writing) {
    const [row] = await query<{ sum: string }>(
      `SELECT sum(balance_units) AS sum FROM ledger_balances WHERE account_id IN
         (SELECT id FROM ledger_accounts WHERE asset_code = $1)`,
      [asset],
    );
    sums.add(String(row?.sum));
  }
  await storm;
  expect([...sums]).toEqual(['0']);
});
