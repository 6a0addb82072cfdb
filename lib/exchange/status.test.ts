import { describe, expect, it } from 'vitest';
import { allowedEvents, findMove, hasPassed, type OrderState } from './find-move';
import type { Move, MoveActor } from './move';
import { moves, type OrderEventName } from './moves';
import { moveHistory } from './order-history';
import { type OrderStatus, orderExceptions, orderStatuses, statusFacts } from './status';
import { type ExchangeType, exchangeTypes } from './types';

const events = Object.keys(moves) as OrderEventName[];
const all: readonly Move[] = Object.values(moves).flat();
const actors: MoveActor[] = ['customer', 'operator', 'timer', 'system'];
const states: OrderState[] = orderStatuses.flatMap((status) =>
  [null, ...orderExceptions].flatMap((exception) =>
    exchangeTypes.flatMap((type) =>
      [0n, 1n].map((receivedUnits) => ({ status, exception, type, receivedUnits })),
    ),
  ),
);

function reachable(from: OrderStatus, type: ExchangeType = 'operator'): Set<OrderStatus> {
  const reached = new Set([from]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const move of all.filter(({ types }) => types.includes(type)))
      if (move.from.some((status) => reached.has(status))) reached.add(move.to);
  }
  return reached;
}

describe('the table of statuses', () => {
  it('reaches every status of the operator type from a new order', () => {
    const reached = reachable('pending_processing');
    expect(orderStatuses.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('reaches from a new order of a payment system whatever is not the operator type’s own', () => {
    const reached = reachable('in_progress', 'automatic');
    const rest = orderStatuses.filter((status) => !reached.has(status));
    expect(rest).toEqual(['pending_processing', 'payment_claimed', 'transfer_scheduled']);
  });

  it('lets nothing out of a terminal status but what names the money that came', () => {
    for (const event of events) {
      const rows: readonly Move[] = moves[event];
      for (const move of rows) {
        if (!move.from.some((status) => statusFacts[status].terminal)) continue;
        // What came too late, or came again.
        const named: unknown[] = [...(move.needs ?? [move.exception])];
        expect(named.includes('paid_late') || named.includes('overpaid'), event).toBe(true);
      }
    }
  });

  it('leads every open status to an end by the operator alone', () => {
    for (const status of orderStatuses.filter((one) => !statusFacts[one].terminal)) {
      expect([...reachable(status)].some((one) => statusFacts[one].terminal)).toBe(true);
      const state: OrderState = { status, exception: null, type: 'operator', receivedUnits: 0n };
      expect(allowedEvents(state, 'operator').length, status).toBeGreaterThan(0);
    }
  });

  it('never cancels an order whose money was received', () => {
    const received = states.filter(
      ({ status, receivedUnits }) => statusFacts[status].received || receivedUnits > 0n,
    );
    for (const state of received) {
      for (const actor of actors) {
        expect(findMove('expire', state, actor)).toBeNull();
        // Paid in part, the operator may: the exception stays and the part goes back.
        const inPart = state.exception === 'underpaid' && actor === 'operator';
        const move = findMove('cancel', state, actor);
        if (move) expect([inPart, move.exception]).toEqual([true, 'keep']);
      }
    }
  });

  it('lets customers do nothing that moves money, and the timer nothing but expire', () => {
    for (const state of states) {
      const customers: OrderEventName[] = ['claim', 'cancel', 'claim_late'];
      expect(customers).toEqual(expect.arrayContaining(allowedEvents(state, 'customer')));
      expect(['expire']).toEqual(expect.arrayContaining(allowedEvents(state, 'timer')));
    }
  });

  it('tells a step that came late from one that is never done', () => {
    expect(hasPassed('finalize', 'completed', 'operator')).toBe(true);
    expect(hasPassed('finalize', 'canceled', 'operator')).toBe(true);
    expect(hasPassed('schedule', 'refunding', 'operator')).toBe(true);
    expect(hasPassed('refund', 'pending_processing', 'operator')).toBe(false);
    expect(hasPassed('claim', 'in_progress', 'operator')).toBe(false);
  });

  it('leaves an exception on no order that is over, save for money that came', () => {
    for (const move of all.filter(({ to }) => statusFacts[to].terminal)) {
      const left =
        move.exception !== null && typeof move.exception === 'object' ? move.exception.oneOf : null;
      if (move.exception === 'keep') expect(['underpaid']).toEqual(move.needs);
      else
        expect([null, 'paid_late', 'overpaid']).toEqual(
          expect.arrayContaining([...(left ?? [move.exception])]),
        );
    }
  });

  it('names each move in the history by a name of its own', () => {
    expect(new Set(Object.values(moveHistory)).size).toBe(events.length);
  });
});
