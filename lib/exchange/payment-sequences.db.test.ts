import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice, payoutsOf } from '@/lib/payments/testing/paying-office';
import { acceptReceipt } from './accept-receipt';
import { askRest } from './ask-rest';
import { cancelOrder } from './cancel-order';
import { expireOrder } from './expire-orders';
import { finalizeOrder } from './finalize-order';
import { paymentSystemMover } from './mover';
import { paymentsOfOrder } from './open-payment';
import { settledUnits } from './order-ledger';
import { toleranceOf } from './order-tolerance';
import { payoutRefused, payoutSettled } from './payout-outcome';
import { reviveOrder } from './revive-order';
import { staff } from './testing/office';
import { theOrder } from './testing/orders';
import { awaitedOrder, receivedByLedger, settle } from './testing/payments';
import { expectAllInOrder, movedBy } from './testing/traces';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');

type Step =
  | { do: 'pay'; units: bigint; again: boolean }
  | {
      do:
        | 'expire'
        | 'cancel'
        | 'askRest'
        | 'acceptOld'
        | 'acceptPresent'
        | 'reviveOld'
        | 'revivePresent'
        | 'finalize'
        | 'paidOut'
        | 'refusedOut';
    };

const amounts = fc.oneof(
  fc.constantFrom(6_000_000n, 5_999_500n, 6_000_500n),
  fc.bigInt({ min: 100_000n, max: 9_000_000n }),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pay' as const), units: amounts, again: fc.boolean() }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'expire' as const,
        'cancel' as const,
        'askRest' as const,
        'acceptOld' as const,
        'acceptPresent' as const,
        'reviveOld' as const,
        'revivePresent' as const,
        'finalize' as const,
        'paidOut' as const,
        'refusedOut' as const,
      ),
    }),
  },
);

const offices: Partial<Record<'automatic' | 'semi_automatic', DoorOffice>> = {};

beforeAll(async () => {
  for (const type of ['automatic', 'semi_automatic'] as const)
    offices[type] = await makePayingOffice({ type, reserveUnits: 100_000_000_000n, tolerance: 1000n });
});

afterEach(() => shiftClock(0));

describe('whatever comes and whatever is decided', () => {
  it.each(['automatic', 'semi_automatic'] as const)(
    '%s: the books close, and an order owes what was received and not served',
    async (type) => {
      const office = offices[type];
      if (!office) throw new Error('no office');
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 9 }), async (sequence) => {
          const { orderId } = await awaitedOrder(office);
          let served: bigint | null = null;
          for (const step of sequence) {
            await run(office, orderId, step);
            served ??= await servedUnits(orderId);
          }
          await expectSums(orderId, served);
        }),
        { numRuns: 25 },
      );
      await expectAllInOrder();
    },
    120_000,
  );
});

async function run(office: DoorOffice, orderId: string, step: Step): Promise<void> {
  try {
    await take(office, orderId, step);
  } catch (error) {
    // What is not possible now is refused, and nothing of it has happened.
    if (!(error instanceof AppError)) throw error;
  }
}

async function take(office: DoorOffice, orderId: string, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'pay':
      return pay(office, orderId, step);
    case 'expire':
      return expireOrder(await theOrder(orderId));
    case 'cancel':
      return cancelOrder({ orderId, reason: 'no', actor: operator });
    case 'askRest':
      return askRest({ orderId, actor: operator });
    case 'acceptOld':
    case 'acceptPresent':
      return acceptReceipt({ orderId, rate: step.do === 'acceptOld' ? 'old' : 'present', actor: operator });
    case 'reviveOld':
    case 'revivePresent':
      return reviveOrder({ orderId, rate: step.do === 'reviveOld' ? 'old' : 'present', actor: operator });
    case 'finalize':
      return finalizeOrder({ orderId, actor: operator });
    default:
      return payOut(orderId, step.do);
  }
}

/** By the payment that is waited for, or by one more that nobody asked for; told twice where `again`. */
async function pay(
  office: DoorOffice,
  orderId: string,
  { units, again }: Extract<Step, { do: 'pay' }>,
): Promise<void> {
  const open = (await paymentsOfOrder({ query }, orderId)).findLast(({ status }) => status !== 'paid');
  let paymentId = open?.id;
  if (!paymentId) {
    const other = await awaitedOrder(office);
    await query('UPDATE payments SET subject_id = $2 WHERE id = $1', [other.payment.id, orderId]);
    paymentId = other.payment.id;
  }
  await settle(paymentId, formatUnits(units, 2));
  if (again) await settle(paymentId, formatUnits(units, 2));
}

async function payOut(orderId: string, how: 'paidOut' | 'refusedOut'): Promise<void> {
  const payout = (await payoutsOf(orderId)).find(({ status }) => status === 'queued');
  if (!payout) return;
  const outcome = { payout, mover: paymentSystemMover('paying') };
  await inTransaction(async (tx) => {
    const status = how === 'paidOut' ? 'settled' : 'refused';
    await tx.query('UPDATE payouts SET status = $2::"PayoutStatus" WHERE id = $1', [payout.id, status]);
    await (how === 'paidOut' ? payoutSettled : payoutRefused)(tx, orderId, outcome);
  });
}

/** How much of what was received a completed order has settled, just after it was completed. */
async function servedUnits(orderId: string): Promise<bigint | null> {
  const order = await theOrder(orderId);
  return order.status === 'completed' ? settledUnits(order, await toleranceOf({ query }, order)) : null;
}

/** Received is what the entries say; what was not served of it is owed. */
async function expectSums(orderId: string, served: bigint | null): Promise<void> {
  const order = await theOrder(orderId);
  const moved = await movedBy(orderId);
  expect(await receivedByLedger(orderId)).toBe(order.receivedUnits);
  expect(moved['reserve RUB'] ?? 0n).toBe(order.receivedUnits);
  expect(order.status === 'completed').toBe(served !== null);
  expect(-(moved['obligations RUB'] ?? 0n)).toBe(order.receivedUnits - (served ?? 0n));
  expect(-(moved['reserve BTC'] ?? 0n)).toBe(served === null ? 0n : order.getUnits);
}
