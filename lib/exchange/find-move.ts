import type { Move, MoveActor } from '@/lib/exchange/move';
import { moves, type OrderEventName } from '@/lib/exchange/moves';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { ExchangeType } from '@/lib/exchange/types';

export type OrderState = {
  status: OrderStatus;
  exception: OrderException | null;
  type: ExchangeType;
  /** What the ledger has of the customer's money. */
  receivedUnits: bigint;
};

/** The move that the event makes from this state by this actor, or null where it is not allowed. */
export function findMove(event: OrderEventName, state: OrderState, by: MoveActor): Move | null {
  const { status, exception, type, receivedUnits } = state;
  const rows: readonly Move[] = moves[event];
  return (
    rows.find(
      (move) =>
        move.from.includes(status) &&
        move.by.includes(by) &&
        move.types.includes(type) &&
        (!move.needs || (exception !== null && move.needs.includes(exception))) &&
        (!move.unless || exception === null || !move.unless.includes(exception)) &&
        (!move.money || (move.money === 'none') === (receivedUnits === 0n)),
    ) ?? null
  );
}

/** Every event the actor may cause now: what buttons are drawn from. */
export function allowedEvents(state: OrderState, by: MoveActor): OrderEventName[] {
  return (Object.keys(moves) as OrderEventName[]).filter((event) => findMove(event, state, by) !== null);
}

/**
 * Whether the order may have stood where the event was possible and has gone on since: then whoever comes late is
 * told who was first, and not that such a thing is never done.
 */
export function hasPassed(event: OrderEventName, status: OrderStatus, type: ExchangeType): boolean {
  const reached = new Set<OrderStatus>(
    moves[event].flatMap((move: Move) => (move.types.includes(type) ? [...move.from] : [])),
  );
  const rows = onwardMoves.filter(({ types }) => types.includes(type));
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const move of rows) if (move.from.some((from) => reached.has(from))) reached.add(move.to);
  }
  return reached.has(status);
}

/** Moves that lead back: who follows them would find that everything has been passed by everything. */
const leadBack: readonly OrderEventName[] = ['revive', 'ask_rest', 'send_payout'];

const onwardMoves = Object.entries<readonly Move[]>(moves).flatMap(([event, rows]) =>
  leadBack.some((name) => name === event) ? [] : rows,
);
