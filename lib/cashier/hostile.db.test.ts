import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { closeShift } from '@/lib/cashier/close-shift';
import { decideCollected } from '@/lib/cashier/decide-collected';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { openShift } from '@/lib/cashier/open-shift';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { recentShifts, shiftView } from '@/lib/cashier/shift-queries';
import { summariseOperation } from '@/lib/cashier/summarise-operation';
import {
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  refusalsOf,
  setWallets,
  topUpForm,
  writeOffForm,
} from '@/lib/cashier/testing/till';
import { tillDay, tillTotals } from '@/lib/cashier/till-day';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { AppError } from '@/lib/errors';

beforeAll(() => openWallets());

/** What no honest form sends. */
const nasty = fc.oneof(
  fc.constantFrom(
    '\0',
    '\ud800',
    "' OR 1=1 --",
    '../../etc',
    '{"$ne":1}',
    '9'.repeat(4_000),
    '−5',
    '1e9',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant(null),
  fc.constant(undefined),
  fc.integer(),
  fc.constant({ toString: 'x' }),
  fc.array(fc.string(), { maxLength: 3 }),
);

const fields = [
  'number',
  'asset',
  'moneyKind',
  'receiptNumber',
  'comment',
  'topUpId',
  'reason',
  'idempotencyKey',
];

describe('forged forms of the till', () => {
  it('are refused with a code, break nothing and move nothing', async () => {
    await setWallets({});
    const [cashier, customer] = [
      await makeCashier({ hasDrawer: true, senior: true }),
      await makeCustomer('100'),
    ];
    await openShift({
      actor: cashier,
      input: { 'counted.RUB': '0', idempotencyKey: randomUUID() },
    });
    const refused = async (work: Promise<unknown>) => {
      const problem = await work.then(
        () => null,
        (error: unknown) => error,
      );
      if (problem !== null && !(problem instanceof AppError && problem.httpStatus < 500)) throw problem;
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), nasty, nasty, async (field, value, other) => {
        const key = { idempotencyKey: randomUUID() };
        // The amount is impossible, so that whatever else is accepted moves nothing.
        const base = { amount: '0', ...key };
        await refused(
          topUpByCashier({ actor: cashier, input: { ...topUpForm(customer), ...base, [field]: value } }),
        );
        await refused(
          writeOffByCashier({
            actor: cashier,
            input: { ...writeOffForm(customer), amount: '101', [field]: value },
          }),
        );
        await refused(
          summariseOperation({ actor: cashier, kind: 'top_up', input: value, hasPicture: false }),
        );
        const about = { operationId: value, note: other, reason: other };
        await refused(approveOperation({ actor: cashier, input: about }));
        await refused(declineOperation({ actor: cashier, input: about }));
        await refused(reverseOperation({ actor: cashier, input: about }));
        await refused(
          closeShift({ actor: cashier, input: { shiftId: value, 'counted.RUB': other, note: 'x' } }),
        );
        await refused(openShift({ actor: cashier, input: { 'counted.RUB': value, note: other, ...key } }));
        await refused(
          moveDrawer({ actor: cashier, input: { asset: value, direction: other, amount: '1', ...key } }),
        );
        await refused(
          decideCollected({ actor: cashier, input: { moveId: value, outcome: other, reason: other } }),
        );
        const text = String(typeof value === 'object' ? '' : value);
        await refused(shiftView(cashier, text));
        await refused(recentShifts(cashier, { cashierId: text, before: text }));
        const filter = {
          day: text,
          kind: text,
          asset: text,
          moneyKind: text,
          status: text,
          search: text,
          cashierId: text,
        };
        await refused(tillDay(cashier, filter));
        await refused(tillTotals(cashier, filter));
      }),
      { numRuns: 15 },
    );
    expect((await inWallet(customer.userId)).units).toBe(10_000n);
    const kept = await refusalsOf(cashier.userId);
    expect(kept.length).toBeGreaterThan(50);
  }, 120_000);

  it('of a person without rights are refused unheard after too many', async () => {
    const customer = await makeCustomer();
    const attempt = () =>
      topUpByCashier({ actor: customer.actor, input: topUpForm(customer) }).catch(
        (error: AppError) => error.code,
      );
    const codes = new Set<unknown>();
    for (let round = 0; round < 26; round += 1)
      for (const code of await Promise.all(Array.from({ length: 10 }, attempt))) codes.add(code);
    expect(codes).toEqual(new Set(['cashier_off', 'too_many_requests']));
    expect(await refusalsOf(customer.userId)).toHaveLength(240);
  });
});
