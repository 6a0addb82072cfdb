import type { Actor } from '@/lib/auth/actor';
import type { MoneyKind } from '@/lib/cashier/till-words';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { orderPayCode } from '@/lib/exchange/order-pay-code';
import { type ClaimRules, type MethodFacts, methodFacts, type OrderClaim } from '@/lib/exchange/order-row';
import type { Localized, PayToLine } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import type { PaymentRow, PaymentStatus } from '@/lib/payments/payment-row';
import { paymentSystem } from '@/lib/payments/registry';
import { startedStep } from '@/lib/payments/start-step';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { ownTopUp } from '@/lib/wallet/top-up/own-top-up';
import { paymentsOfTopUp } from '@/lib/wallet/top-up/top-up-payments';
import type { TopUpRow, TopUpStatus, TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';

/** A top-up as its customer sees it. Amounts are plain decimals of the asset. */
export type TopUpView = {
  id: string;
  number: number;
  way: TopUpWayKind;
  status: TopUpStatus;
  asset: string;
  amount: string;
  fee: string;
  /** What will reach the wallet if exactly the amount comes. */
  willBe: string;
  /** What reached it, and what really came for that; null: nothing yet. */
  credited: string | null;
  received: string | null;
  /** null at the cashier's. */
  methodTitles: Localized | null;
  /** What he said he pays from, as people read it. */
  paysFrom: string[];
  instructions: Partial<Localized>;
  payTo: PayToLine[];
  /** What the QR code beside the details says. */
  payCode: string | null;
  claimRules: ClaimRules | null;
  claim: OrderClaim | null;
  /** The payment that is awaited at a system. */
  payment: { status: PaymentStatus; system: Localized; step: StartStep | null } | null;
  moneyKind: MoneyKind | null;
  comment: string;
  receiptFileId: string | null;
  reason: string | null;
  walletNumber: string;
  createdAt: string;
  expiresAt: string | null;
  decidedAt: string | null;
  may: { start: boolean; claim: boolean; claimLate: boolean; cancel: boolean };
};

/** One top-up for its customer. Throws `not_signed_in`, `not_found`. */
export async function loadTopUpView(actor: Actor, topUpId: string): Promise<TopUpView> {
  const topUp = await ownTopUp(actor, topUpId);
  const [payments, [asset], walletNumber] = await Promise.all([
    paymentsOfTopUp({ query }, topUp.id),
    query<{ scale: number; method: MethodFacts | null }>(
      `SELECT a.scale, CASE WHEN m.id IS NULL THEN NULL ELSE ${methodFacts('m', 'a')} END AS method
       FROM assets a LEFT JOIN payment_methods m ON m.id = $2 WHERE a.code = $1`,
      [topUp.assetCode, topUp.methodId],
      'top_up_method',
    ),
    walletNumberOf(topUp.userId),
  ]);
  return asset ? viewOf(topUp, payments, { ...asset, walletNumber }) : fail('not_found');
}

type Beside = { scale: number; method: MethodFacts | null; walletNumber: string };

function viewOf(topUp: TopUpRow, payments: PaymentRow[], { scale, method, walletNumber }: Beside): TopUpView {
  const { id, number, way, status, amountUnits, feeUnits, creditedUnits, payTo } = topUp;
  const isOver = topUp.expiresAt !== null && topUp.expiresAt <= now();
  // Ended by the clock at once; the job that writes it down comes a little later.
  const shown = status === 'waiting' && isOver ? 'expired' : status;
  const last = payments.findLast((payment) => payment.status !== 'paid');
  const receivedUnits = payments.reduce((sum, payment) => sum + (payment.receivedUnits ?? 0n), 0n);
  const told = creditedUnits === null ? feeUnits : 0n;
  return {
    id,
    number,
    way,
    status: shown,
    asset: topUp.assetCode,
    amount: formatUnits(amountUnits, scale),
    fee: formatUnits(feeUnits, scale),
    willBe: formatUnits(amountUnits - told, scale),
    credited: creditedUnits === null ? null : formatUnits(creditedUnits, scale),
    received: receivedUnits > 0n ? formatUnits(receivedUnits, scale) : null,
    methodTitles: method?.titles ?? null,
    paysFrom: Object.values(topUp.requisites).map(({ display }) => display),
    instructions: method?.instructions ?? {},
    payTo,
    payCode: method && orderPayCode({ id, payTo, giveUnits: amountUnits, from: method }),
    claimRules: method?.claim ?? null,
    claim: payments[0]?.claim ?? null,
    payment: way === 'system' && last ? paymentOf(last) : null,
    moneyKind: topUp.moneyKind,
    comment: topUp.comment,
    receiptFileId: topUp.receiptFileId,
    reason: topUp.reason,
    walletNumber,
    createdAt: topUp.createdAt.toISOString(),
    expiresAt: topUp.expiresAt?.toISOString() ?? null,
    decidedAt: topUp.decidedAt?.toISOString() ?? null,
    may: {
      start: way === 'system' && shown === 'waiting',
      claim: way === 'direct' && shown === 'waiting',
      claimLate: way === 'direct' && (shown === 'expired' || shown === 'canceled'),
      cancel: shown === 'waiting',
    },
  };
}

function paymentOf(payment: PaymentRow): NonNullable<TopUpView['payment']> {
  const { status, systemCode } = payment;
  return {
    status,
    system: paymentSystem(systemCode)?.titles ?? { en: systemCode, ru: systemCode },
    step: status === 'refused' ? null : startedStep(payment, now()),
  };
}

/**
 * A text that changes whenever the customer's page of a top-up does. Throws `not_signed_in`, `not_found`; asked again
 * by the live stream, which was authorised by this once.
 */
export async function topUpVersion(actor: Actor, topUpId: string): Promise<string> {
  const { status, creditedUnits, takenBy, expiresAt } = await ownTopUp(actor, topUpId);
  const isOver = status === 'waiting' && expiresAt !== null && expiresAt <= now();
  const payments = await paymentsOfTopUp({ query }, topUpId);
  const states = payments.map((payment) => payment.status).join(',');
  return [isOver ? 'expired' : status, creditedUnits ?? '', takenBy ? 'taken' : '', states].join('/');
}
