import { now } from '@/lib/clock';
import { waitsForMoney } from '@/lib/exchange/judge-receipt';
import type { Order } from '@/lib/exchange/order-row';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import { walletSystem } from '@/lib/payments/expect-payment';
import type { PaymentRow, PaymentStatus } from '@/lib/payments/payment-row';
import { paymentSystem } from '@/lib/payments/registry';
import { startedStep } from '@/lib/payments/start-step';

/** The payment that the order waits for, as its customer sees it. */
export type PaymentView = {
  id: string;
  status: PaymentStatus;
  /** Plain decimal of the asset he gives: the whole, or the rest. */
  amount: string;
  /** The system that takes it; null: paid to the office's own details, or from the wallet. */
  system: Localized | null;
  /** It is paid from the customer's wallet with the office. */
  wallet: boolean;
  /** Where he goes to pay, once it was started. */
  step: StartStep | null;
  expiresAt: string | null;
};

/** Money that has come, with what the system calls it. */
export type ReceiptView = {
  id: string;
  amount: string;
  asset: string;
  system: Localized | null;
  wallet: boolean;
  externalId: string | null;
  at: string;
};

export type MoneyView = {
  /** What has come in all; null: nothing. */
  received: string | null;
  payment: PaymentView | null;
  receipts: ReceiptView[];
};

/** What came of the customer's money and what is still waited for. */
export function moneyView(order: Order, payments: PaymentRow[]): MoneyView {
  const open = payments.findLast(({ status }) => status !== 'paid' && status !== 'canceled');
  return {
    received: order.receivedUnits > 0n ? formatUnits(order.receivedUnits, order.from.scale) : null,
    payment: open && waitsForMoney(order) ? paymentView(order, open) : null,
    receipts: payments.flatMap((payment) => receiptView(order, payment)),
  };
}

function paymentView({ from }: Order, payment: PaymentRow): PaymentView {
  return {
    id: payment.id,
    status: payment.status,
    amount: formatUnits(payment.amountUnits, from.scale),
    system: systemOf(payment),
    wallet: payment.systemCode === walletSystem,
    step: payment.status === 'refused' ? null : startedStep(payment, now()),
    expiresAt: payment.expiresAt?.toISOString() ?? null,
  };
}

function receiptView({ from }: Order, payment: PaymentRow): ReceiptView[] {
  if (payment.status !== 'paid' || payment.receivedUnits === null || payment.paidAt === null) return [];
  return [
    {
      id: payment.id,
      amount: formatUnits(payment.receivedUnits, from.scale),
      asset: from.asset,
      system: systemOf(payment),
      wallet: payment.systemCode === walletSystem,
      externalId: payment.externalId,
      at: payment.paidAt.toISOString(),
    },
  ];
}

function systemOf({ connectionId, systemCode }: PaymentRow): Localized | null {
  if (connectionId === null) return null;
  return paymentSystem(systemCode)?.titles ?? { en: systemCode, ru: systemCode };
}
