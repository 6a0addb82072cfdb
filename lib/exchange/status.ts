/** Statuses and exceptions of an exchange order, as data; its moves stand in moves.ts. */
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

/** Money came, or went out, so that somebody at the desk must decide, wherever the order stands. */
export const undecidedExceptions = [
  'underpaid',
  'overpaid',
  'paid_late',
  'payer_mismatch',
  'payout_unknown',
] as const satisfies readonly OrderException[];

export const openStatuses = orderStatuses.filter((status) => !statusFacts[status].terminal);
