import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { query } from '@/lib/db';
import { type AccountRef, accountId, houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { postQuery, refusalQuery } from '@/lib/ledger/post-statement';
import { notWritten } from '@/lib/ledger/post-text';
import { type HoldStep, type Posting, prepareTransfer } from '@/lib/ledger/posting';

const db = { query };

/** Accounts of an asset of their own, so that tests do not see each other. */
function office() {
  const asset = `T${randomUUID().slice(0, 8).toUpperCase()}`;
  const reserve = (name: string) => reserveAccount(`${name}-${asset}`, asset);
  const capital = houseAccount('capital', asset);
  const wallet: AccountRef = { kind: 'wallet', owner: `usr-${asset}`, asset };
  return { asset, reserve, capital, wallet };
}

function move(from: AccountRef, to: AccountRef, units: bigint): Posting[] {
  return [
    { account: to, amountUnits: units },
    { account: from, amountUnits: -units },
  ];
}

function send(postings: Posting[], key: string = randomUUID(), holds: HoldStep[] = []) {
  return post(db, { key, kind: 'test', actor: 'test', postings, holds });
}

async function balance(account: AccountRef) {
  const [row] = await query<{ balance: string; held: string }>(
    'SELECT sum(balance_units) AS balance, sum(held_units) AS held FROM ledger_balances WHERE account_id = $1',
    [accountId(account)],
  );
  return { balance: BigInt(row?.balance ?? 0), held: BigInt(row?.held ?? 0) };
}

async function count(sql: string, value: unknown) {
  const [row] = await query<{ n: bigint }>(`SELECT count(*) AS n FROM ${sql}`, [value]);
  return Number(row?.n);
}

const outcomes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((result) => (result.status === 'fulfilled' ? 'ok' : String(result.reason.code)));

describe('post', () => {
  test('a transfer moves each balance, and its entries say what came of it', async () => {
    const { reserve, capital } = office();
    const { transferId } = await send([
      ...move(capital, reserve('a'), 70n),
      ...move(capital, reserve('a'), 30n),
    ]);
    expect(await balance(reserve('a'))).toEqual({ balance: 100n, held: 0n });
    expect(await balance(capital)).toEqual({ balance: -100n, held: 0n });
    const entries = await query(
      `SELECT amount_units, balance_after_units FROM ledger_entries
       WHERE transfer_id = $1 AND account_id = $2 ORDER BY id`,
      [transferId, accountId(reserve('a'))],
    );
    expect(entries).toEqual([
      { amount_units: 70n, balance_after_units: 70n },
      { amount_units: 30n, balance_after_units: 100n },
    ]);
  });

  test('a set that does not sum to zero per asset is refused, by the statement too', async () => {
    const [one, other] = [office(), office()];
    const postings = [
      { account: one.reserve('a'), amountUnits: 5n },
      { account: other.capital, amountUnits: -5n },
    ];
    await expect(send(postings)).rejects.toMatchObject({ code: 'ledger_unbalanced' });
    await send(move(one.capital, one.reserve('a'), 1n));
    await send(move(other.capital, other.reserve('a'), 1n));
    const transfer = prepareTransfer({
      key: randomUUID(),
      kind: 'x',
      actor: 'x',
      postings: move(one.capital, one.reserve('a'), 5n),
    });
    for (const line of transfer.lines) if (line.amountUnits < 0n) line.amountUnits = -4n;
    const { text, values } = postQuery(transfer, 'trf_unbalanced', new Date(), true);
    await expect(query(text, values)).rejects.toMatchObject({ code: notWritten });
    expect(await balance(one.reserve('a'))).toMatchObject({ balance: 1n });
    const why = refusalQuery(transfer);
    expect(await query(why.text, why.values)).toMatchObject([{ complete: true, balanced: false }]);
  });

  test('what we have cannot fall below zero, what we owe cannot turn into a claim', async () => {
    const { reserve, capital, wallet } = office();
    await expect(send(move(reserve('a'), capital, 1n))).rejects.toMatchObject({
      code: 'ledger_overdraft',
      params: { kind: 'reserve' },
    });
    await send(move(wallet, reserve('a'), 50n));
    await expect(send(move(capital, wallet, 51n))).rejects.toMatchObject({ code: 'ledger_overdraft' });
    await send(move(capital, wallet, 50n));
    expect(await balance(wallet)).toEqual({ balance: 0n, held: 0n });
  });

  test('the same key and input is one transfer in any order of lines, another input is refused', async () => {
    const { reserve, capital } = office();
    const key = randomUUID();
    const first = await send(move(capital, reserve('a'), 10n), key);
    expect(await send(move(capital, reserve('a'), 10n).reverse(), key)).toEqual({ ...first, replayed: true });
    await expect(send(move(capital, reserve('a'), 11n), key)).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
    expect(await balance(reserve('a'))).toMatchObject({ balance: 10n });
  });

  test('a replay of what left nothing to spend is a replay, not an overdraft', async () => {
    const { reserve, capital } = office();
    await send(move(capital, reserve('a'), 10n));
    const key = randomUUID();
    const first = await send(move(reserve('a'), capital, 10n), key);
    expect(await send(move(reserve('a'), capital, 10n), key)).toEqual({ ...first, replayed: true });
  });

  test('one key a hundred times at once makes one transfer', async () => {
    const { reserve, capital } = office();
    await send(move(capital, reserve('a'), 10n));
    const key = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 100 }, () => send(move(reserve('a'), capital, 10n), key)),
    );
    expect(new Set(results.map((result) => result.transferId)).size).toBe(1);
    expect(results.filter((result) => !result.replayed)).toHaveLength(1);
    expect(await count('ledger_transfers WHERE idempotency_key = $1', key)).toBe(1);
    expect(await balance(reserve('a'))).toEqual({ balance: 0n, held: 0n });
  });

  test('accounts nobody has used are made once by many first users', async () => {
    const { reserve, capital } = office();
    await Promise.all(Array.from({ length: 30 }, () => send(move(capital, reserve('new'), 1n))));
    expect(await balance(reserve('new'))).toEqual({ balance: 30n, held: 0n });
    expect(await count('ledger_balances WHERE account_id = $1', accountId(capital))).toBe(16);
  });

  test('a hundred spends at once of a balance for ten: ten succeed', async () => {
    const { reserve, capital } = office();
    await send(move(capital, reserve('a'), 109n));
    const results = outcomes(
      await Promise.allSettled(Array.from({ length: 100 }, () => send(move(reserve('a'), capital, 10n)))),
    );
    expect(results.filter((result) => result === 'ok')).toHaveLength(10);
    expect(results.filter((result) => result === 'ledger_overdraft')).toHaveLength(90);
    expect(await balance(reserve('a'))).toEqual({ balance: 9n, held: 0n });
  });

  test('storms from A to B and from B to A do not deadlock', async () => {
    const { reserve, capital } = office();
    const [a, b] = [reserve('a'), reserve('b')];
    await send([...move(capital, a, 1000n), ...move(capital, b, 1000n)]);
    const storm = Array.from({ length: 400 }, (_, i) => send(i % 2 ? move(a, b, 1n) : move(b, a, 1n)));
    expect(new Set(outcomes(await Promise.allSettled(storm)))).toEqual(new Set(['ok']));
    expect(await balance(a)).toEqual({ balance: 1000n, held: 0n });
  });
});

describe('holds', () => {
  const hold = (account: AccountRef, step: HoldStep['step'], units: bigint, holdId: string): HoldStep => ({
    step,
    holdId,
    account,
    amountUnits: units,
  });

  test('a held amount cannot be spent or held again, only taken or released', async () => {
    const { reserve, capital } = office();
    const [a, id] = [reserve('a'), randomUUID()];
    await send(move(capital, a, 10n));
    await send([], randomUUID(), [hold(a, 'place', 8n, id)]);
    expect(await balance(a)).toEqual({ balance: 10n, held: 8n });
    await expect(send(move(a, capital, 3n))).rejects.toMatchObject({ code: 'ledger_overdraft' });
    await expect(send([], randomUUID(), [hold(a, 'place', 3n, randomUUID())])).rejects.toMatchObject({
      code: 'ledger_overdraft',
    });
    await send(move(a, capital, 8n), randomUUID(), [hold(a, 'take', 8n, id)]);
    expect(await balance(a)).toEqual({ balance: 2n, held: 0n });
    expect(await query('SELECT state FROM ledger_holds WHERE id = $1', [id])).toEqual([{ state: 'taken' }]);
  });

  test('a hold ends once: of twenty that take or release it at once one succeeds', async () => {
    const { reserve, capital } = office();
    const [a, id] = [reserve('a'), randomUUID()];
    await send(move(capital, a, 100n), randomUUID(), [hold(a, 'place', 8n, id)]);
    const results = outcomes(
      await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          i % 2
            ? send(move(a, capital, 8n), randomUUID(), [hold(a, 'take', 8n, id)])
            : send([], randomUUID(), [hold(a, 'release', 8n, id)]),
        ),
      ),
    );
    expect(results.filter((result) => result === 'ok')).toHaveLength(1);
    expect(results.filter((result) => result === 'ledger_hold_gone')).toHaveLength(19);
    expect((await balance(a)).held).toBe(0n);
  });

  test('a hold of another amount or account, or of none, is gone', async () => {
    const { reserve, capital } = office();
    const [a, b, id] = [reserve('a'), reserve('b'), randomUUID()];
    await send([...move(capital, a, 10n), ...move(capital, b, 10n)], randomUUID(), [
      hold(a, 'place', 8n, id),
    ]);
    for (const step of [
      hold(a, 'release', 7n, id),
      hold(b, 'release', 8n, id),
      hold(a, 'release', 8n, 'hld_none'),
    ]) {
      await expect(send([], randomUUID(), [step])).rejects.toMatchObject({ code: 'ledger_hold_gone' });
    }
    expect((await balance(a)).held).toBe(8n);
  });

  test('fifty buyers of the last reserve: it is held once', async () => {
    const { reserve, capital } = office();
    await send(move(capital, reserve('a'), 10n));
    const results = outcomes(
      await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          send([], randomUUID(), [hold(reserve('a'), 'place', 10n, randomUUID())]),
        ),
      ),
    );
    expect(results.filter((result) => result === 'ok')).toHaveLength(1);
    expect(results.filter((result) => result === 'ledger_overdraft')).toHaveLength(49);
  });
});
