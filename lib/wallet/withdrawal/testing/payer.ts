import { afterEach, beforeEach, expect } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { now, shiftClock } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { addReserve, registered, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { walletAccount } from '@/lib/ledger/accounts';
import { reconcile } from '@/lib/ledger/reconcile';
import { formatUnits } from '@/lib/money';
import { type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { resetPaying } from '@/lib/payments/testing/paying-system';
import { postWallet } from '@/lib/wallet/post-wallet';
import { walletBalances } from '@/lib/wallet/wallet-queries';
import { createWithdrawal } from '@/lib/wallet/withdrawal/create-withdrawal';
import { withdrawFeeUnits } from '@/lib/wallet/withdrawal/withdraw-fee';
import { loadWithdrawal, type WithdrawalRow } from '@/lib/wallet/withdrawal/withdrawal-row';

/** Offices and customers for tests of withdrawals. */

export type Rules = {
  feeBps?: number;
  feeUnits?: bigint;
  min?: bigint;
  max?: bigint;
  /** What a customer may withdraw a day. */
  day?: bigint;
  /** From above this a second person is asked. */
  approval?: bigint;
  /** The system's: the most at once, the most a day. */
  payoutMax?: bigint;
  payoutDay?: bigint;
};

/** Wallets in roubles on, withdrawn to cards by hand (`bank`) and by the test's system where told. */
export async function makeWithdrawalOffice({
  by = 'hand',
  reserveUnits = 100_000_000n,
  ...rules
}: Rules & { by?: 'hand' | 'system'; reserveUnits?: bigint } = {}): Promise<
  TestOffice & { connectionId: string }
> {
  const office = await makePayingOffice();
  await query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('wallet', '{"on": true}', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [now()],
  );
  await query(
    `INSERT INTO wallet_assets (asset_code, method_id, withdraw_day_units, updated_at) VALUES ('RUB', $1, $2, $3)
     ON CONFLICT (asset_code) DO UPDATE SET enabled = true, withdraw_day_units = excluded.withdraw_day_units`,
    [newId('mth'), rules.day ?? null, now()],
  );
  await query(
    `UPDATE payment_methods SET uses = '{exchange,withdrawal}', withdraw_fee_bps = $2, withdraw_fee_units = $3,
       withdraw_min_units = $4, withdraw_max_units = $5, payout_approval_units = $6, pay_out_connection_id = $7,
       payout_max_units = $8, payout_day_units = $9 WHERE id = $1`,
    [
      office.bank.id,
      rules.feeBps ?? 0,
      rules.feeUnits ?? 0n,
      rules.min ?? null,
      rules.max ?? null,
      rules.approval ?? null,
      by === 'system' ? office.connectionId : null,
      rules.payoutMax ?? null,
      rules.payoutDay ?? null,
    ],
  );
  if (reserveUnits > 0n) await addReserve(office.bank.id, reserveUnits);
  return office;
}

/** A customer with so much in his wallet. */
export async function customerWith(units: bigint, more: Partial<UserActor> = {}): Promise<UserActor> {
  const actor = await registered({ ...staff('customer'), ...more });
  if (units > 0n) await topUp(actor, units);
  return actor;
}

export async function topUp({ userId }: UserActor, units: bigint): Promise<void> {
  const id = newId('top');
  await inTransaction((tx) =>
    postWallet(
      tx,
      {
        key: `test:${id}`,
        kind: 'top_up',
        subject: id,
        actor: 'test',
        postings: [
          { account: { kind: 'takings', owner: 'cash', asset: 'RUB' }, amountUnits: units },
          { account: walletAccount(userId, 'RUB'), amountUnits: -units },
        ],
      },
      () => ({ kind: 'top_up' }),
    ),
  );
}

/** What a form would send for the amount, in whole roubles unless it has a point. */
export function asked(
  office: TestOffice,
  amount: string,
  more: Partial<Parameters<typeof createWithdrawal>[0]> = {},
) {
  return {
    methodCode: office.bank.code,
    amount,
    requisites: { card: '4111 1111 1111 1111' },
    fee: '0.00',
    idempotencyKey: newId('wdr'),
    ...more,
  };
}

/** Asks for a withdrawal with the fee it has, and loads it. */
export async function withdraw(
  office: TestOffice,
  actor: UserActor,
  amount: string,
  fee = { bps: 0, units: 0n },
): Promise<WithdrawalRow> {
  const told = formatUnits(withdrawFeeUnits(BigInt(amount) * 100n, fee), 2);
  const { withdrawalId } = await createWithdrawal({ actor, ...asked(office, amount, { fee: told }) });
  return theWithdrawal(withdrawalId);
}

export async function theWithdrawal(id: string): Promise<WithdrawalRow> {
  const row = await loadWithdrawal({ query }, id);
  if (!row) throw new Error('no such withdrawal');
  return row;
}

/** The last payout made for a withdrawal. */
export async function payoutFor(withdrawalId: string): Promise<PayoutRow> {
  const [row] = await query<PayoutRow>(
    `SELECT ${payoutColumnsOf('p')} FROM payouts p WHERE subject_id = $1 ORDER BY number DESC LIMIT 1`,
    [withdrawalId],
  );
  if (!row) throw new Error('the withdrawal has no payout');
  return row;
}

/** Balance and hold of the wallet in roubles. */
export async function purse({ userId }: UserActor): Promise<{ balance: bigint; held: bigint }> {
  const found = (await walletBalances(userId)).find(({ asset }) => asset === 'RUB');
  return { balance: found?.balanceUnits ?? 0n, held: found?.heldUnits ?? 0n };
}

/** Codes of the letters about a withdrawal, in the order they were queued. */
export async function lettersAbout(withdrawalId: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    `SELECT code FROM letters WHERE dedupe_key LIKE $1 || ':%' ORDER BY created_at, code`,
    [withdrawalId],
  );
  return rows.map(({ code }) => code);
}

/** Every test of the file begins with a system that does as it is told, and ends with the books in order. */
export function keepBooksInOrder(): void {
  beforeEach(resetPaying);
  afterEach(async () => {
    shiftClock(0);
    await expectBooksInOrder();
  });
}

/** The books close, and each withdrawal holds what its state says. */
async function expectBooksInOrder(): Promise<void> {
  expect((await reconcile()).findings).toEqual([]);
  const misheld = await query(
    `SELECT w.id, w.status, h.state FROM withdrawals w
       LEFT JOIN ledger_holds h ON h.id IN (w.wallet_hold_id, w.reserve_hold_id)
     WHERE h.state IS DISTINCT FROM
       (CASE w.status WHEN 'in_progress' THEN 'held' WHEN 'paid' THEN 'taken' ELSE 'released' END)::"HoldState"`,
  );
  expect(misheld).toEqual([]);
}
