import { env } from '@/lib/env';
import type { HistoryEvent } from '@/lib/exchange/order-history';
import { requisiteLines, walletKey } from '@/lib/exchange/order-lines';
import type { MethodFacts, Order, Requisites } from '@/lib/exchange/order-row';
import { orderSecret } from '@/lib/exchange/order-secret';
import { fees } from '@/lib/exchange/order-view';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { OrderLetterProps } from '@/lib/notify/event-props';
import { letterEvents } from '@/lib/notify/events';
import { officeLocale } from '@/lib/notify/office-locale';
import type { QueuedLetter } from '@/lib/notify/queue-letter';

/** Letters that tell of an order. */
export type OrderLetterCode =
  | 'order_created'
  | 'order_revived'
  | 'U1'
  | 'U2'
  | 'U3'
  | 'U4'
  | 'order_expiring'
  | 'refund_started'
  | 'refunded'
  | 'payment_received'
  | 'rest_asked'
  | 'A1'
  | 'A2'
  | 'A3'
  | 'A4'
  | 'A5';

/** Which letters each event sends. An order of operator type is told of by U1, which has the link and the details. */
const lettersFor: Record<HistoryEvent, readonly OrderLetterCode[]> = {
  created: ['U1', 'A3'],
  claimed: ['A4'],
  scheduled: ['U2'],
  finalized: ['U3'],
  canceled: ['U4'],
  expired: ['U4'],
  late_claim: ['A4'],
  revived: ['order_revived'],
  refund_started: ['refund_started'],
  refunded: ['refunded'],
  precheck_refused: ['A5'],
  received: ['payment_received'],
  received_wrong: ['payment_received', 'A5'],
  received_late: ['payment_received', 'A4'],
  received_more: ['payment_received', 'A5'],
  accepted: ['payment_received'],
  rest_asked: ['rest_asked'],
  payout_started: [],
  payout_settled: ['U3'],
  payout_refused: ['A5'],
  payout_unknown: ['A5'],
  payment_contradicted: ['A5'],
  payout_contradicted: ['A5'],
  refund_agreed: ['refund_started'],
  refund_given_up: [],
  refund_paid: ['refunded'],
  refund_trouble: ['A5'],
  held: [],
  taken_over: [],
  released: [],
  deleted: [],
};

/** An order, and what is asked of its customer where that may differ from the amount agreed. */
type ToldOrder = Order & { askedUnits?: bigint | undefined };

/** The letters of an event that has just happened to the order, which is given as it stands now. */
export function orderLetters(event: HistoryEvent, order: ToldOrder, reason?: string): QueuedLetter[] {
  return codesOf(event, order).map((code) => orderLetter(code, order, reason));
}

function codesOf(event: HistoryEvent, { type }: Order): readonly OrderLetterCode[] {
  if (event === 'created' && type !== 'operator') return ['order_created'];
  if (event === 'received' && type === 'semi_automatic') return [...lettersFor.received, 'A2'];
  if (event === 'payout_settled' && type === 'automatic') return [...lettersFor.payout_settled, 'A1'];
  return lettersFor[event];
}

/** One letter about the order as it stands. The order's version is in its key: the same event sends it once. */
export function orderLetter(code: OrderLetterCode, order: ToldOrder, reason?: string): QueuedLetter {
  const toOffice = letterEvents[code].to === 'office';
  const locale = toOffice ? officeLocale() : toLocale(order.locale);
  const props = { ...propsOf(order, locale, toOffice), ...(reason && { reason }) };
  return {
    code,
    ...(!toOffice && { to: order.email }),
    locale,
    props,
    orderId: order.id,
    dedupeKey: `order:${order.id}:${code}:${order.version}`,
  };
}

/** The address of the order's page for whoever holds its secret. */
export function orderUrl(orderId: string, locale: Locale): string {
  return `${env().KANTOR_URL}/${locale}/orders/${orderId}/${orderSecret(orderId)}`;
}

function propsOf(order: ToldOrder, locale: Locale, toOffice: boolean): OrderLetterProps {
  const { from, to, askedUnits } = order;
  const side = ({ titles, asset, scale }: MethodFacts, units: bigint) => ({
    title: titles[locale],
    amount: formatUnits(units, scale),
    asset,
  });
  const requisites = (side: 'give' | 'get') =>
    requisiteLines(order, side).map(({ titles, value }) => ({ title: titles[locale], value }));
  return {
    orderId: order.id,
    url: orderUrl(order.id, toOffice ? toLocale(order.locale) : locale),
    statusKey: order.status,
    ...(order.exception && { exception: order.exception }),
    from: { ...side(from, order.giveUnits), ...walletOf(order.giveRequisites, order.fromWallet) },
    to: { ...side(to, order.getUnits), ...walletOf(order.getRequisites, order.toWallet) },
    rate: { in: order.rateIn, out: order.rateOut, fromAsset: from.asset, toAsset: to.asset },
    fees: fees(order).map(({ side, ...fee }) => ({ label: side, ...fee })),
    payTo: order.payTo.map(({ titles, value }) => ({ title: titles[locale], value })),
    giveRequisites: requisites('give'),
    getRequisites: requisites('get'),
    email: order.email,
    ...(order.phone && { phone: order.phone }),
    ...(order.receivedUnits > 0n && { received: formatUnits(order.receivedUnits, from.scale) }),
    ...(order.exception === 'underpaid' && {
      rest: formatUnits(order.giveUnits - order.receivedUnits, from.scale),
    }),
    ...(askedUnits !== undefined && { asked: formatUnits(askedUnits, from.scale) }),
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    ...(order.scheduledFor && { sendAt: order.scheduledFor.toISOString() }),
    ...(order.scheduledText && { text: order.scheduledText }),
    ...(order.note && { note: order.note }),
    ...(order.payoutReference && { payoutReference: order.payoutReference }),
    ...(order.refundReference && { refundReference: order.refundReference }),
    ...(order.cancelReason && { reason: order.cancelReason }),
    ...(order.canceledBy && { canceledBy: order.canceledBy }),
    ...(order.claim && { claim: claimProps(order.claim) }),
    ...(toOffice && { deskUrl: `${env().KANTOR_URL}/${locale}/desk/orders/${order.id}` }),
  };
}

/** The wallet's number, where the side is one. */
function walletOf(requisites: Requisites, owner: string | null): { wallet?: string } {
  return owner === null ? {} : { wallet: requisites[walletKey]?.display ?? '' };
}

function claimProps({ payer, reference, comment, receiptFileId }: NonNullable<Order['claim']>) {
  return { payer, reference, comment, hasReceipt: receiptFileId !== null };
}
