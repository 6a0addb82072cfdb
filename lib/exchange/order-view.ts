import { now } from '@/lib/clock';
import { findMove } from '@/lib/exchange/find-move';
import type { MoveActor } from '@/lib/exchange/move';
import type { Reading } from '@/lib/exchange/order-access';
import type { HistoryEvent } from '@/lib/exchange/order-history';
import { type RequisiteLine, requisiteLines } from '@/lib/exchange/order-lines';
import { orderPayCode } from '@/lib/exchange/order-pay-code';
import type { CanceledBy, ClaimRules, MethodFacts, Order, OrderClaim } from '@/lib/exchange/order-row';
import { type MoneyView, moneyView } from '@/lib/exchange/payment-view';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { ExchangeType, Localized, PayToLine } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { PaymentRow } from '@/lib/payments/payment-row';

/** One side of an order: the method and its amount as a plain decimal. */
export type OrderSide = {
  code: string;
  kind: string;
  titles: Localized;
  asset: string;
  scale: number;
  amount: string;
  logoFileId: string | null;
};

/** One line of the history that the customer reads. */
export type OrderHistoryLine = {
  id: string;
  /** ISO 8601, as all moments here. */
  at: string;
  event: HistoryEvent;
  by: MoveActor | 'system';
  status: OrderStatus;
  exception: OrderException | null;
};

/** An order as its customer sees it. Plain data for pages, client components and the API; nothing of the staff's. */
export type OrderView = MoneyView & {
  id: string;
  version: number;
  status: OrderStatus;
  exception: OrderException | null;
  type: ExchangeType;
  from: OrderSide;
  to: OrderSide;
  /** So much of `from` for so much of `to`. */
  rate: { in: string; out: string };
  fees: { side: 'give' | 'get'; amount: string; asset: string }[];
  /** Where to pay; empty once nothing is to be paid. */
  payTo: PayToLine[];
  /** How to pay, in Markdown. */
  instructions: Partial<Localized>;
  /** What the QR code beside the details says, where they have one. */
  payCode: string | null;
  giveRequisites: RequisiteLine[];
  getRequisites: RequisiteLine[];
  email: string;
  phone: string | null;
  locale: string;
  createdAt: string;
  expiresAt: string;
  usualMinutes: number;
  claimedAt: string | null;
  receivedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
  canceledBy: CanceledBy | null;
  cancelReason: string | null;
  claim: OrderClaim | null;
  scheduledFor: string | null;
  scheduledText: string | null;
  note: string | null;
  payoutReference: string | null;
  refundReference: string | null;
  history: OrderHistoryLine[];
  /** What "I have paid" asks for. */
  claimRules: ClaimRules;
  /**
   * What the reader may do now. `pay`: by a payment system; `payFromWallet`: if the wallet is his. `claim` and `claimLate`
   * are the same form; late, it revives nothing by itself.
   */
  may: { pay: boolean; payFromWallet: boolean; claim: boolean; claimLate: boolean; cancel: boolean };
};

/** The order in its customer's words; staff who look at it may do nothing here. */
export function orderView(
  order: Order,
  { history, payments }: { history: OrderHistoryLine[]; payments: PaymentRow[] },
  as: Reading,
): OrderView {
  const money = moneyView(order, payments);
  return {
    ...money,
    id: order.id,
    version: order.version,
    status: order.status,
    exception: order.exception,
    type: order.type,
    from: side(order.from, order.giveUnits),
    to: side(order.to, order.getUnits),
    rate: { in: order.rateIn, out: order.rateOut },
    fees: fees(order),
    payTo: isPayable(order, money) ? order.payTo : [],
    instructions: isPayable(order, money) ? order.from.instructions : {},
    payCode: isPayable(order, money) ? payCode(order, payments) : null,
    giveRequisites: requisiteLines(order, 'give'),
    getRequisites: requisiteLines(order, 'get'),
    email: order.email,
    phone: order.phone,
    locale: order.locale,
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    usualMinutes: order.usualMinutes,
    claimedAt: moment(order.claimedAt),
    receivedAt: moment(order.receivedAt),
    completedAt: moment(order.completedAt),
    canceledAt: moment(order.canceledAt),
    canceledBy: order.canceledBy,
    cancelReason: order.cancelReason,
    claim: order.claim,
    scheduledFor: moment(order.scheduledFor),
    scheduledText: order.scheduledText,
    note: order.note,
    payoutReference: order.payoutReference,
    refundReference: order.refundReference,
    history,
    claimRules: order.from.claim,
    may:
      as === 'customer'
        ? may(order, money)
        : { pay: false, payFromWallet: false, claim: false, claimLate: false, cancel: false },
  };
}

/** The fees of an order that are not nothing, as plain decimals. */
export function fees(order: Order): OrderView['fees'] {
  const lines = [
    { side: 'give', units: order.feeGiveUnits, of: order.from },
    { side: 'get', units: order.feeGetUnits, of: order.to },
  ] as const;
  return lines
    .filter(({ units }) => units > 0n)
    .map(({ side, units, of }) => ({ side, amount: formatUnits(units, of.scale), asset: of.asset }));
}

function side(method: MethodFacts, units: bigint): OrderSide {
  const { code, kind, titles, asset, scale, logoFileId } = method;
  return { code, kind, titles, asset, scale, amount: formatUnits(units, scale), logoFileId };
}

/** Whether the office's details still matter: nobody should pay to an order that is over or paid. */
function isPayable({ status }: Order, { payment, received }: MoneyView): boolean {
  if (status === 'in_progress') return payment !== null;
  return status === 'pending_processing' || (status === 'payment_claimed' && received === null);
}

/** For what is to be paid now: it may be the rest. */
function payCode(order: Order, payments: PaymentRow[]): string | null {
  const open = payments.findLast(({ status }) => status !== 'paid' && status !== 'canceled');
  return orderPayCode({ ...order, giveUnits: open?.amountUnits ?? order.giveUnits });
}

function may(order: Order, { payment }: MoneyView): OrderView['may'] {
  const inProgress = order.status === 'in_progress';
  const claimed = inProgress && payment?.status === 'claimed';
  const inTime = payment !== null && Date.parse(payment.expiresAt ?? '') > now().getTime();
  const fromWallet = order.fromWallet !== null;
  const claims = !fromWallet && findMove('claim', order, 'customer') !== null;
  return {
    pay: inProgress && payment !== null && payment.system !== null && inTime,
    payFromWallet: inProgress && payment?.wallet === true && inTime,
    claim: claims && (!inProgress || (payment !== null && payment.system === null && !claimed)),
    claimLate:
      !fromWallet && order.canceledBy === 'expired' && findMove('claim_late', order, 'customer') !== null,
    cancel: !claimed && findMove('cancel', order, 'customer') !== null,
  };
}

function moment(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
