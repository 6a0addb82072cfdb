import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import type { OrderEventName } from '@/lib/exchange/moves';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import { newId } from '@/lib/ids';

/** Everything that can stand in an order's history, and whether the customer reads it too. */
export const historyEvents = {
  created: { public: true },
  claimed: { public: true },
  scheduled: { public: true },
  finalized: { public: true },
  canceled: { public: true },
  expired: { public: true },
  late_claim: { public: true },
  revived: { public: true },
  refund_started: { public: true },
  refunded: { public: true },
  precheck_refused: { public: true },
  received: { public: true },
  received_wrong: { public: true },
  received_late: { public: true },
  received_more: { public: true },
  payment_contradicted: { public: false },
  accepted: { public: true },
  rest_asked: { public: true },
  payout_started: { public: true },
  payout_settled: { public: true },
  payout_refused: { public: false },
  payout_unknown: { public: false },
  payout_contradicted: { public: false },
  refund_agreed: { public: true },
  refund_given_up: { public: true },
  refund_paid: { public: true },
  refund_trouble: { public: false },
  held: { public: false },
  taken_over: { public: false },
  released: { public: false },
  deleted: { public: false },
} as const satisfies Record<string, { public: boolean }>;

export type HistoryEvent = keyof typeof historyEvents;

/** How each move is named in the history. */
export const moveHistory: Record<OrderEventName, HistoryEvent> = {
  claim: 'claimed',
  schedule: 'scheduled',
  finalize: 'finalized',
  cancel: 'canceled',
  expire: 'expired',
  claim_late: 'late_claim',
  revive: 'revived',
  start_refund: 'refund_started',
  refund: 'refunded',
  precheck: 'precheck_refused',
  receive: 'received',
  receive_wrong: 'received_wrong',
  receive_late: 'received_late',
  receive_more: 'received_more',
  accept: 'accepted',
  ask_rest: 'rest_asked',
  send_payout: 'payout_started',
  payout_settled: 'payout_settled',
  payout_refused: 'payout_refused',
  payout_unknown: 'payout_unknown',
};

type Noted = { id: string; status: OrderStatus; exception: OrderException | null };

/** Adds what changed no status: a hold, a take-over, a deletion. Moves write their history themselves. */
export async function addHistory(
  db: Queryable,
  order: Noted,
  event: HistoryEvent,
  mover: Mover,
  details: Record<string, unknown> = {},
): Promise<void> {
  await db.query(
    `INSERT INTO order_events
       (id, order_id, at, event, actor_kind, actor_id, actor_name, from_status, to_status, exception, public, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      newId('evt'),
      order.id,
      now(),
      event,
      mover.kind,
      mover.id,
      mover.name,
      order.status,
      order.exception,
      historyEvents[event].public,
      JSON.stringify(details),
    ],
  );
}
