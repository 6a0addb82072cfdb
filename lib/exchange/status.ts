import type { ExchangeType } from '@/lib/exchange/types';

/**
 * Statuses, exceptions and moves of an exchange order, as data. Buttons, API and commands all read this table;
 * the only writer of a status is transition.ts.
 */
export const orderStatuses = [
  'in_progress',
  'pending_processing',
  'payment_claimed',
  'transfer_scheduled',
  'funds_received',
  'completed',
  'canceled',
  'refunding',
  'refunded',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

export const orderExceptions = [
  'precheck_refused',
  'underpaid',
  'overpaid',
  'paid_late',
  'payer_mismatch',
  'payout_failed',
  'payout_unknown',
  'on_hold',
] as const;

export type OrderException = (typeof orderExceptions)[number];

type StatusFacts = {
  /** No move leads out of it, save those that name it. */
  terminal: boolean;
  /** The office has the customer's money and owes him. */
  received: boolean;
  /** The hold on the reserve stands. */
  holds: boolean;
  /** Somebody at the desk has something to do. */
  waitsForOffice: boolean;
};

/** Typed over the enum: a forgotten status does not compile. */
export const statusFacts: Record<OrderStatus, StatusFacts> = {
  in_progress: { terminal: false, received: false, holds: true, waitsForOffice: false },
  pending_processing: { terminal: false, received: false, holds: true, waitsForOffice: false },
  payment_claimed: { terminal: false, received: false, holds: true, waitsForOffice: true },
  transfer_scheduled: { terminal: false, received: true, holds: true, waitsForOffice: true },
  funds_received: { terminal: false, received: true, holds: true, waitsForOffice: true },
  completed: { terminal: true, received: true, holds: false, waitsForOffice: false },
  canceled: { terminal: true, received: false, holds: false, waitsForOffice: false },
  refunding: { terminal: false, received: true, holds: false, waitsForOffice: true },
  refunded: { terminal: true, received: true, holds: false, waitsForOffice: false },
};

export const openStatuses = orderStatuses.filter((status) => !statusFacts[status].terminal);

export type OrderEventName =
  | 'claim'
  | 'schedule'
  | 'finalize'
  | 'cancel'
  | 'expire'
  | 'claim_late'
  | 'revive'
  | 'start_refund'
  | 'refund';

export type MoveActor = 'customer' | 'operator' | 'timer';

export type Move = {
  from: readonly OrderStatus[];
  to: OrderStatus;
  by: readonly MoveActor[];
  types: readonly ExchangeType[];
  /** Only while this exception stands. */
  needs?: OrderException;
  /** Not while this exception stands. */
  unless?: OrderException;
  /** What stands beside the new status. */
  exception: OrderException | null | 'keep';
};

/** The moves of orders that operators process; exchange by payment systems adds its own. */
export const moves: Record<OrderEventName, readonly Move[]> = {
  claim: [
    {
      from: ['pending_processing'],
      to: 'payment_claimed',
      by: ['customer'],
      types: ['operator'],
      exception: 'keep',
    },
  ],
  schedule: [
    {
      from: ['pending_processing', 'payment_claimed'],
      to: 'transfer_scheduled',
      by: ['operator'],
      types: ['operator'],
      exception: 'keep',
    },
  ],
  finalize: [
    {
      from: ['pending_processing', 'payment_claimed', 'transfer_scheduled', 'funds_received'],
      to: 'completed',
      by: ['operator'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: null,
    },
  ],
  cancel: [
    {
      from: ['pending_processing', 'in_progress'],
      to: 'canceled',
      by: ['customer'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: null,
    },
    {
      from: ['pending_processing', 'payment_claimed', 'in_progress'],
      to: 'canceled',
      by: ['operator'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: null,
    },
  ],
  expire: [
    {
      from: ['pending_processing', 'in_progress'],
      to: 'canceled',
      by: ['timer'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: null,
    },
  ],
  claim_late: [
    {
      from: ['canceled'],
      to: 'canceled',
      by: ['customer', 'operator'],
      types: ['operator'],
      unless: 'paid_late',
      exception: 'paid_late',
    },
  ],
  revive: [
    {
      from: ['canceled'],
      to: 'payment_claimed',
      by: ['operator'],
      types: ['operator'],
      needs: 'paid_late',
      exception: null,
    },
  ],
  start_refund: [
    {
      from: ['transfer_scheduled', 'funds_received', 'payment_claimed'],
      to: 'refunding',
      by: ['operator'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: 'keep',
    },
    {
      from: ['canceled'],
      to: 'refunding',
      by: ['operator'],
      types: ['operator'],
      needs: 'paid_late',
      exception: 'keep',
    },
  ],
  refund: [
    {
      from: ['refunding'],
      to: 'refunded',
      by: ['operator'],
      types: ['operator', 'semi_automatic', 'automatic'],
      exception: null,
    },
  ],
};

export type OrderState = { status: OrderStatus; exception: OrderException | null; type: ExchangeType };

/** The move that the event makes from this state by this actor, or null where it is not allowed. */
export function findMove(event: OrderEventName, state: OrderState, by: MoveActor): Move | null {
  return (
    moves[event].find(
      (move) =>
        move.from.includes(state.status) &&
        move.by.includes(by) &&
        move.types.includes(state.type) &&
        (move.needs === undefined || move.needs === state.exception) &&
        (move.unless === undefined || move.unless !== state.exception),
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
export function hasPassed(event: OrderEventName, status: OrderStatus): boolean {
  const reached = new Set(moves[event].flatMap((move) => move.from));
  const all = Object.values(moves).flat();
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const move of all) if (move.from.some((from) => reached.has(from))) reached.add(move.to);
  }
  return reached.has(status);
}
