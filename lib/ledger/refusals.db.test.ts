import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import type { AccountRef } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import type { HoldStep, TransferInput } from '@/lib/ledger/posting';
import { balanceOf } from '@/lib/ledger/queries';
import { checkLedger } from '@/lib/ledger/reconcile';
import { ledgerOffice } from '@/lib/ledger/testing/ledger-office';

const db = { query };

test('what a refused transfer had moved is as before, in a transaction and outside one', async () => {
  const { asset, a, b, capital, fill } = ledgerOffice();
  const holdId = randomUUID();
  const placed: HoldStep = { step: 'place', holdId, account: a, amountUnits: 4n };
  const first = fill(10n, [placed]);
  await post(db, first);
  const wallet: AccountRef = { kind: 'wallet', owner: 'nobody', asset };
  const lines = (...pairs: [AccountRef, bigint][]) =>
    pairs.map(([account, amountUnits]) => ({ account, amountUnits }));
  const spend = lines([capital, 7n], [b, 1n], [a, -8n]);
  const refused: [TransferInput, string][] = [
    [{ ...fill(0n), postings: spend }, 'ledger_overdraft'],
    [{ ...fill(0n), postings: lines([wallet, 3n], [capital, -3n]) }, 'ledger_overdraft'],
    [fill(2n, [{ ...placed, step: 'release', amountUnits: 3n }]), 'ledger_hold_gone'],
    [fill(2n, [{ ...placed, step: 'release', holdId: 'hld_none' }]), 'ledger_hold_gone'],
    [fill(11n, [placed], first.key), 'idempotency_mismatch'],
  ];
  const before = await balances(asset);
  for (const [input, code] of refused) {
    await expect(post(db, input), `alone: ${code}`).rejects.toMatchObject({ code });
    await inTransaction((tx) =>
      expect(post(tx, input), `in a transaction: ${code}`).rejects.toMatchObject({ code }),
    );
  }
  expect(await inTransaction((tx) => post(tx, first))).toMatchObject({ replayed: true });
  expect(await post(db, first)).toMatchObject({ replayed: true });
  expect(await balances(asset)).toEqual(before);
  expect(await checkLedger(db)).toEqual([]);
});

test('a transfer with the account of another that is missing is written once that is made', async () => {
  const { a, b, capital, fill } = ledgerOffice();
  await post(db, fill(10n));
  await inTransaction((tx) =>
    post(tx, {
      ...fill(0n),
      postings: [
        { account: capital, amountUnits: 4n },
        { account: a, amountUnits: -7n },
        { account: b, amountUnits: 3n },
      ],
    }),
  );
  expect((await balanceOf(a)).balanceUnits).toBe(3n);
  expect((await balanceOf(b)).balanceUnits).toBe(3n);
  expect(await checkLedger(db)).toEqual([]);
});

/** Of every account of an asset that is not empty. */
function balances(asset: string) {
  return query(
    `SELECT account_id, stripe, balance_units, held_units FROM ledger_balances
     WHERE account_id IN (SELECT id FROM ledger_accounts WHERE asset_code = $1)
       AND (balance_units <> 0 OR held_units <> 0)
     ORDER BY account_id, stripe`,
    [asset],
  );
}
