import { type Actor, hasRole, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { type DeskPayment, type DeskPayout, deskMoney } from '@/lib/exchange/desk-payments';
import { type RelatedOrders, relatedOrders } from '@/lib/exchange/desk-related';
import { deskRequisites } from '@/lib/exchange/desk-requisites';
import { type DeskStep, deskSteps } from '@/lib/exchange/desk-steps';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import type { HistoryEvent } from '@/lib/exchange/order-history';
import type { RequisiteLine } from '@/lib/exchange/order-lines';
import type { Order } from '@/lib/exchange/order-row';
import type { RefundOffer } from '@/lib/exchange/refund-offer';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import { type TransferView, transfersOf } from '@/lib/ledger/transfer-queries';
import type { LetterState } from '@/lib/notify/letter-queries';
import { type RefundListRow, refundsOfOrder } from '@/lib/payments/refunds/refund-list';

export type DeskEvent = {
  id: string;
  at: Date;
  event: HistoryEvent;
  actorKind: 'customer' | 'operator' | 'timer' | 'system';
  actorName: string | null;
  status: OrderStatus;
  exception: OrderException | null;
  details: Record<string, unknown>;
};

export type DeskNote = { id: string; authorName: string; text: string; createdAt: Date };

export type DeskLetter = { id: string; code: string; to: string; state: LetterState; createdAt: Date };

/** Everything of one order that staff see at a glance. */
export type DeskOrder = {
  order: Order;
  giveRequisites: RequisiteLine[];
  getRequisites: RequisiteLine[];
  /** What its state and the reader's role allow; empty for those who only read. */
  steps: DeskStep[];
  mayAct: boolean;
  customerName: string | null;
  history: DeskEvent[];
  notes: DeskNote[];
  letters: DeskLetter[];
  /** Null for those who may not read the ledger. */
  transfers: TransferView[] | null;
  related: RelatedOrders;
  payments: DeskPayment[];
  payouts: DeskPayout[];
  /** What can go back while the exchange goes on. */
  refund: RefundOffer;
  refunds: RefundListRow[];
};

/** The order for the desk. Throws `not_found`; `not_signed_in` and `forbidden` to who has no business there. */
export async function loadDeskOrder({
  actor,
  orderId,
}: {
  actor: Actor;
  orderId: string;
}): Promise<DeskOrder> {
  requireRole(actor, ...deskRoles);
  const order = await deskOrder(orderId);
  const mayAct = hasRole(actor, ...stepRoles);
  const mayReadLedger = hasRole(actor, 'operator', 'accountant', 'admin');
  const [history, notes, letters, transfers, related, customer, money, refunds] = await Promise.all([
    historyOf(orderId),
    notesOf(orderId),
    lettersOf(orderId),
    mayReadLedger ? transfersOf(actor, orderId) : null,
    relatedOrders(order),
    customerOf(order),
    deskMoney(order),
    refundsOfOrder(actor, orderId),
  ]);
  return {
    order,
    giveRequisites: deskRequisites(order, 'give'),
    getRequisites: deskRequisites(order, 'get'),
    steps: mayAct ? deskSteps(order, money.facts) : [],
    mayAct,
    customerName: customer?.name ?? null,
    history,
    notes,
    letters,
    transfers,
    related,
    payments: money.payments,
    payouts: money.payouts,
    refund: money.refund,
    refunds,
  };
}

function historyOf(orderId: string): Promise<DeskEvent[]> {
  return query<DeskEvent>(
    `SELECT id, at, event, actor_kind AS "actorKind", actor_name AS "actorName", to_status AS status, exception, details
     FROM order_events WHERE order_id = $1 ORDER BY at DESC, from_status DESC NULLS LAST, id LIMIT 500`,
    [orderId],
  );
}

function notesOf(orderId: string): Promise<DeskNote[]> {
  return query<DeskNote>(
    `SELECT id, author_name AS "authorName", text, created_at AS "createdAt"
     FROM order_notes WHERE order_id = $1 ORDER BY created_at DESC, id LIMIT 200`,
    [orderId],
  );
}

function lettersOf(orderId: string): Promise<DeskLetter[]> {
  return query<DeskLetter>(
    `SELECT id, code, to_address AS "to", state::text, created_at AS "createdAt"
     FROM letters WHERE order_id = $1 ORDER BY created_at DESC, id LIMIT 100`,
    [orderId],
  );
}

async function customerOf(order: Order): Promise<{ name: string } | undefined> {
  if (order.customerId === null) return undefined;
  const [customer] = await query<{ name: string }>(
    `SELECT coalesce(nullif(name, ''), email) AS name FROM users WHERE id = $1`,
    [order.customerId],
  );
  return customer;
}
