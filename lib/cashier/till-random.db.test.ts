import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { closeShift } from '@/lib/cashier/close-shift';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { loadOperation, type OperationRow } from '@/lib/cashier/operation-row';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { currentShift } from '@/lib/cashier/shift-queries';
import {
  type Customer,
  inDrawer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  startShift,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { reconcile } from '@/lib/ledger/reconcile';
import { formatUnits } from '@/lib/money';

type Step = { what: string; who: number; whom: number; units: number; pick: number; kind: string };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'topUp',
    'topUp',
    'topUp',
    'payOut',
    'writeOff',
    'approve',
    'decline',
    'reverse',
    'move',
  ),
  who: fc.nat(3),
  whom: fc.nat(3),
  units: fc.integer({ min: 1, max: 40_000 }),
  pick: fc.nat(1_000),
  kind: fc.constantFrom('cash', 'cash', 'cash', 'card'),
});

/** People at the tills, and what really lies where: changed by what succeeds alone. */
type Town = {
  cashiers: UserActor[];
  customers: Customer[];
  cash: Map<string, bigint>;
  wallets: Map<string, bigint>;
  operations: string[];
  approved: Set<string>;
};

/** Two plain cashiers with drawers, a senior one with a drawer, a senior one without. */
async function makeTown(): Promise<Town> {
  const limits = { operationUnits: 30_000n, dayUnits: 400_000n };
  const cashiers = [
    await makeCashier({ hasDrawer: true, ...limits }),
    await makeCashier({ hasDrawer: true, ...limits }),
    await makeCashier({ hasDrawer: true, senior: true }),
    await makeCashier({ senior: true }),
  ];
  const customers = await Promise.all(Array.from({ length: 4 }, () => makeCustomer()));
  for (const cashier of cashiers.slice(0, 3)) await startShift(cashier);
  return {
    cashiers,
    customers,
    cash: new Map(cashiers.map(({ userId }) => [userId, 0n])),
    wallets: new Map(customers.map(({ userId }) => [userId, 0n])),
    operations: [],
    approved: new Set(),
  };
}

const add = (sums: Map<string, bigint>, key: string, units: bigint) =>
  sums.set(key, (sums.get(key) ?? 0n) + units);

/** What a done operation did; `sign` −1 for one that is taken back, `drawer` then the one it went through. */
function account(town: Town, operation: OperationRow, sign: bigint, drawer: string | null): void {
  const { kind, amountUnits, feeUnits, reason } = operation;
  const into = kind === 'top_up' ? 1n : -1n;
  add(town.wallets, operation.userId, sign * into * (amountUnits - feeUnits));
  if (drawer !== null && (kind === 'top_up' || reason === 'paid_out'))
    add(town.cash, drawer, sign * into * amountUnits);
}

async function operationOf(id: string): Promise<OperationRow> {
  const row = await loadOperation({ query }, id);
  if (!row) throw new Error('no such operation');
  return row;
}

async function act(town: Town, { what, who, whom, units, pick, kind }: Step): Promise<void> {
  const [actor, customer] = [town.cashiers[who], town.customers[whom]];
  if (!actor || !customer) return;
  const operationId = town.operations[pick % Math.max(1, town.operations.length)];
  const amount = formatUnits(BigInt(units), 2);
  if (what === 'topUp' || what === 'payOut' || what === 'writeOff') {
    const more = { amount, reason: what === 'payOut' ? 'paid_out' : 'mistake', moneyKind: kind };
    const made =
      what === 'topUp'
        ? await topUpByCashier({ actor, input: topUpForm(customer, { amount, moneyKind: kind }) })
        : await writeOffByCashier({ actor, input: writeOffForm(customer, { ...more, receiptNumber: 'KO' }) });
    town.operations.push(made.operationId);
    const operation = await operationOf(made.operationId);
    if (made.status === 'done') account(town, operation, 1n, operation.drawer ? actor.userId : null);
  } else if (what === 'move') {
    await moveCash(town, actor, pick % 2 === 0 ? 'bring' : 'collect', units);
  } else if (!operationId) {
    return;
  } else if (what === 'approve') {
    await approveOperation({ actor, input: { operationId, note: 'seen' } });
    const operation = await operationOf(operationId);
    // Two presses of one person both succeed, and are one approval.
    if (!town.approved.has(operationId))
      account(town, operation, 1n, operation.drawer ? operation.cashierId : null);
    town.approved.add(operationId);
  } else if (what === 'decline') {
    await declineOperation({ actor, input: { operationId, note: 'no' } });
  } else {
    await reverseOperation({ actor, input: { operationId, reason: `taken back ${randomUUID()}` } });
    const operation = await operationOf(operationId);
    account(town, operation, -1n, await drawerOf(operation, actor));
  }
}

async function moveCash(
  town: Town,
  actor: UserActor,
  direction: 'bring' | 'collect',
  units: number,
): Promise<void> {
  const amount = formatUnits(BigInt(units), 2);
  await moveDrawer({ actor, input: { asset: 'RUB', direction, amount, idempotencyKey: randomUUID() } });
  add(town.cash, actor.userId, direction === 'bring' ? BigInt(units) : -BigInt(units));
}

/** The drawer of the operation while its shift is open, then that of whoever reverses. */
async function drawerOf(operation: OperationRow, actor: UserActor): Promise<string | null> {
  if (!operation.drawer) return null;
  const [open] = await query('SELECT 1 FROM shifts WHERE id = $1 AND closed_at IS NULL', [operation.shiftId]);
  if (open) return operation.cashierId;
  return (await currentShift(actor)) ? actor.userId : null;
}

/** Whatever the house refuses changes nothing; anything else is a defect. */
async function refusable(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) || error.httpStatus >= 500) throw error;
  }
}

/** Counts a drawer at the end of a shift, now and then with a note lost or found, and begins the next. */
async function change(town: Town, index: number): Promise<void> {
  const cashier = town.cashiers[index % 3];
  if (!cashier) return;
  const shift = await currentShift(cashier);
  const opens = index % 3 !== 2;
  // The books hear of it with the next count.
  if (!shift && !opens) return;
  if (index % 4 === 0 && (town.cash.get(cashier.userId) ?? 0n) >= 100n) add(town.cash, cashier.userId, -100n);
  if (index % 5 === 0) add(town.cash, cashier.userId, 50n);
  const counted = formatUnits(town.cash.get(cashier.userId) ?? 0n, 2);
  const input = { 'counted.RUB': counted, note: 'as counted' };
  if (shift) await closeShift({ actor: cashier, input: { ...input, shiftId: shift.id } });
  if (opens) await startShift(cashier, counted, 'as counted');
}

async function compare(town: Town): Promise<void> {
  for (const { userId } of town.cashiers) expect(await inDrawer(userId)).toBe(town.cash.get(userId));
  for (const { userId } of town.customers)
    expect((await inWallet(userId)).units).toBe(town.wallets.get(userId));
}

describe('operations, approvals, reversals and shifts at random', () => {
  beforeAll(() => openWallets({ ownReversalMinutes: 10 }));

  it('keep every drawer what was really put into it, every wallet what its operations say, and the books clean', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 4, maxLength: 12 }), { minLength: 6, maxLength: 10 }),
        async (rounds) => {
          const town = await makeTown();
          for (const [index, round] of rounds.entries()) {
            // All of a round at once: the tills do not wait for each other.
            await Promise.all(round.map((one) => refusable(act(town, one))));
            await compare(town);
            await refusable(change(town, index));
          }
          await compare(town);
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
    const { clean, findings } = await reconcile();
    expect(findings).toEqual([]);
    expect(clean).toBe(true);
  }, 240_000);
});
