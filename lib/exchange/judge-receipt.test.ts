import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMove, type OrderState } from './find-move';
import { judgeReceipt } from './judge-receipt';
import type { Move, MoveActor } from './move';
import { moves, type OrderEventName } from './moves';

const giveUnits = 1000n;
const actors: MoveActor[] = ['customer', 'operator', 'timer', 'system'];

/** What an order may have after the event: steps of the operator confirm what was not, refunds take from it. */
function moneyAfter(event: OrderEventName, received: bigint): bigint[] {
  if (event.startsWith('receive')) return [1n, giveUnits, 3n * giveUnits];
  if (event === 'refund') return [0n, 1n];
  if (['schedule', 'finalize', 'start_refund'].includes(event)) return [received || giveUnits];
  return received === 0n ? [0n] : [1n, giveUnits, 3n * giveUnits];
}

function exceptionsAfter({ exception }: Move, before: OrderState['exception']): OrderState['exception'][] {
  if (exception === 'keep') return [before];
  return exception !== null && typeof exception === 'object' ? [...exception.oneOf] : [exception];
}

function next(state: OrderState): OrderState[] {
  return (Object.keys(moves) as OrderEventName[]).flatMap((event) =>
    actors.flatMap((by) => {
      const move = findMove(event, state, by);
      if (!move) return [];
      return exceptionsAfter(move, state.exception).flatMap((exception) =>
        moneyAfter(event, state.receivedUnits).map((receivedUnits) => ({
          ...state,
          status: move.to,
          exception,
          receivedUnits,
        })),
      );
    }),
  );
}

/** Every state that an order gets to by the table, whoever moves it. */
function reachable(): OrderState[] {
  const waiting: OrderState[] = [
    { status: 'pending_processing', exception: null, type: 'operator', receivedUnits: 0n },
    { status: 'in_progress', exception: null, type: 'semi_automatic', receivedUnits: 0n },
    { status: 'in_progress', exception: null, type: 'automatic', receivedUnits: 0n },
  ];
  const seen = new Map<string, OrderState>();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const key = Object.values(state).join();
    if (seen.has(key)) continue;
    seen.set(key, state);
    waiting.push(...next(state));
  }
  return [...seen.values()];
}

const states = reachable();

const receipt = fc.record({
  units: fc.constantFrom(1n, 400n, giveUnits, 5n * giveUnits),
  payerAccount: fc.constantFrom(undefined, '1111', '2222'),
  payerMustMatch: fc.boolean(),
  toleranceUnits: fc.constantFrom(0n, 2n, 2000n),
  paysOut: fc.boolean(),
});

describe('money that has come', () => {
  it('finds a move from whatever state the table leads to', () => {
    expect(states.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(receipt, fc.constantFrom('system' as const, 'operator' as const), (money, by) => {
        for (const state of states) {
          const order = { ...state, giveUnits, giveRequisites: { a: { value: '1111', display: '1111' } } };
          const judged = judgeReceipt(order, money);
          const move = findMove(judged.event, state, by);
          const told = `${judged.event} from ${Object.values(state).join()}`;
          expect(move, told).not.toBeNull();
          if ('exception' in judged && move)
            expect(exceptionsAfter(move, state.exception), told).toContain(judged.exception);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is never received anew beside a payout that is under way', () => {
    const money = { payerAccount: undefined, payerMustMatch: false, toleranceUnits: 10n, paysOut: true };
    const order = { status: 'in_progress', exception: 'overpaid', receivedUnits: 1005n } as const;
    const judged = judgeReceipt(
      { ...order, type: 'automatic', giveUnits, giveRequisites: {} },
      { ...money, units: 1n },
    );
    expect(judged).toEqual({ event: 'receive_more' });
  });
});
