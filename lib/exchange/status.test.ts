import { describe, expect, it } from 'vitest';
import { moveHistory } from './order-history';
import {
  allowedEvents,
  findMove,
  hasPassed,
  type MoveActor,
  moves,
  type OrderEventName,
  type OrderState,
  type OrderStatus,
  orderExceptions,
  orderStatuses,
  statusFacts,
} from './status';
import { exchangeTypes } from './types';

const events = Object.keys(moves) as OrderEventName[];
const all = Object.values(moves).flat();
const actors: MoveActor[] = ['customer', 'operator', 'timer'];
const states: OrderState[] = orderStatuses.flatMap((status) =>
  [null, ...orderExceptions].flatMap((exception) =>
    exchangeTypes.map((type) => ({ status, exception, type })),
  ),
);

function reachable(from: OrderStatus): Set<OrderStatus> {
  const reached = new Set([from]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const move of all) if (move.from.some((status) => reached.has(status))) reached.add(move.to);
  }
  return reached;
}

describe('the table of statuses', () => {
  it('reaches every status of the operator type from a new order', () => {
    const reached = reachable('pending_processing');
    // The other two are reached by payment systems.
    const rest = orderStatuses.filter((status) => !reached.has(status));
    expect(rest).toEqual(['in_progress', 'funds_received']);
  });

  it('lets nothing out of a terminal status but what names the late payment', () => {
    for (const event of events) {
      for (const move of moves[event]) {
        if (!move.from.some((status) => statusFacts[status].terminal)) continue;
        expect([event, move.needs ?? move.exception]).toEqual([event, 'paid_late']);
      }
    }
  });

  it('leads every open status to an end by the operator alone', () => {
    for (const status of orderStatuses.filter((one) => !statusFacts[one].terminal)) {
      expect([...reachable(status)].some((one) => statusFacts[one].terminal)).toBe(true);
      const state: OrderState = { status, exception: null, type: 'operator' };
      expect(allowedEvents(state, 'operator').length, status).toBeGreaterThan(0);
    }
  });

  it('never cancels an order whose money was received', () => {
    for (const state of states.filter(({ status }) => statusFacts[status].received)) {
      for (const actor of actors) {
        expect(findMove('cancel', state, actor)).toBeNull();
        expect(findMove('expire', state, actor)).toBeNull();
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
    expect(hasPassed('finalize', 'completed')).toBe(true);
    expect(hasPassed('finalize', 'canceled')).toBe(true);
    expect(hasPassed('schedule', 'refunding')).toBe(true);
    expect(hasPassed('refund', 'pending_processing')).toBe(false);
    expect(hasPassed('claim', 'in_progress')).toBe(false);
  });

  it('leaves an exception on no order that is over, save a late payment', () => {
    for (const move of all.filter(({ to }) => statusFacts[to].terminal)) {
      expect([null, 'paid_late']).toContain(move.exception);
    }
  });

  it('names each move in the history by a name of its own', () => {
    expect(new Set(Object.values(moveHistory)).size).toBe(events.length);
  });
});
