import { query } from '@/lib/db';
import type { StepFacts } from '@/lib/exchange/desk-steps';
import { isAwaited } from '@/lib/exchange/open-payment';
import type { Order } from '@/lib/exchange/order-row';
import { type RefundOffer, refundOffer } from '@/lib/exchange/refund-offer';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { walletSystem } from '@/lib/payments/expect-payment';
import { type PaymentRow, type PaymentStatus, paymentColumnsOf } from '@/lib/payments/payment-row';
import { isContradicted, type PayoutRow, type PayoutStatus } from '@/lib/payments/payouts/payout-row';
import { openRefund } from '@/lib/payments/refunds/open-refund';
import { paymentSystem } from '@/lib/payments/registry';

/** One payment of the order, as staff see it. Amounts are plain decimals of the asset the customer gives. */
export type DeskPayment = {
  id: string;
  number: number;
  status: PaymentStatus;
  system: Localized | null;
  /** From the customer's wallet. */
  wallet: boolean;
  amount: string;
  received: string | null;
  systemFee: string | null;
  externalId: string | null;
  payer: string | null;
  reason: string | null;
  confirmedBy: string | null;
  startedAt: Date | null;
  paidAt: Date | null;
};

/** One payout of the order, in the asset the customer gets. */
export type DeskPayout = {
  id: string;
  status: PayoutStatus;
  amount: string;
  reference: string | null;
  reason: string | null;
  /** A later word of the system denies the one that stands. */
  contradicted: boolean;
  createdAt: Date;
};

export type DeskMoney = {
  payments: DeskPayment[];
  payouts: DeskPayout[];
  facts: StepFacts;
  refund: RefundOffer;
};

type PayoutFound = Pick<
  PayoutRow,
  'id' | 'status' | 'amountUnits' | 'reference' | 'externalId' | 'reason' | 'createdAt'
>;

/** What came and went by payment systems, and what that allows. Asks nobody's rights. */
export async function deskMoney(order: Order): Promise<DeskMoney> {
  const [payments, payouts, refund, open, [method]] = await Promise.all([
    query<PaymentRow>(
      `SELECT ${paymentColumnsOf('p')} FROM payments p
       WHERE p.subject_kind = 'order' AND p.subject_id = $1 ORDER BY p.created_at DESC, p.number DESC LIMIT 50`,
      [order.id],
    ),
    query<PayoutFound>(
      `SELECT id, status::text AS status, amount_units AS "amountUnits", reference, external_id AS "externalId",
         reason, created_at AS "createdAt"
       FROM payouts WHERE subject_kind = 'order' AND subject_id = $1 ORDER BY created_at DESC, number DESC LIMIT 50`,
      [order.id],
    ),
    refundOffer(order),
    openRefund({ query }, order.id),
    query<{ code: string | null }>(
      `SELECT c.system_code AS code FROM payment_methods m
       LEFT JOIN system_connections c ON c.id = m.pay_out_connection_id AND c.enabled WHERE m.id = $1`,
      [order.toMethodId],
    ),
  ]);
  const paysOut = payouts.some(({ status }) => status !== 'refused' && status !== 'canceled');
  const facts = {
    waitsForPayment: payments.some(isAwaited),
    canBeAsked: payments.some(isAskable),
    canPayOut:
      !paysOut &&
      !payouts.some(isContradicted) &&
      Boolean(method?.code && paymentSystem(method.code)?.payOut),
    paysOut,
    refunds: open !== null,
    refundsAll: open?.kind === 'full',
    canGoBack: refund.excess !== null,
  };
  return {
    facts,
    refund,
    payments: payments.map((payment) => deskPayment(payment, order.from.scale)),
    payouts: payouts.map((payout) => deskPayout(payout, order.to.scale)),
  };
}

function isAskable({ status, connectionId, startedAt, systemCode }: PaymentRow): boolean {
  if (status === 'paid' || connectionId === null || startedAt === null) return false;
  return Boolean(paymentSystem(systemCode)?.payIn?.check);
}

function deskPayout({ amountUnits, externalId, ...payout }: PayoutFound, scale: number): DeskPayout {
  return {
    ...payout,
    reference: payout.reference ?? externalId,
    contradicted: isContradicted(payout),
    amount: formatUnits(amountUnits, scale),
  };
}

function deskPayment(payment: PaymentRow, scale: number): DeskPayment {
  const { id, number, status, externalId, reason, confirmedBy, startedAt, paidAt, payer } = payment;
  const named = [payer?.account, payer?.name].filter(Boolean).join(', ');
  return {
    id,
    number,
    status,
    externalId,
    reason,
    confirmedBy,
    startedAt,
    paidAt,
    system: payment.connectionId ? (paymentSystem(payment.systemCode)?.titles ?? null) : null,
    wallet: payment.systemCode === walletSystem,
    amount: formatUnits(payment.amountUnits, scale),
    received: payment.receivedUnits === null ? null : formatUnits(payment.receivedUnits, scale),
    systemFee: payment.systemFeeUnits > 0n ? formatUnits(payment.systemFeeUnits, scale) : null,
    payer: named || null,
  };
}
