import { formatUnits } from '@/lib/money';
import type { RefundToSend } from '@/lib/payments/contract/pay-out';
import type { PaymentRow } from '@/lib/payments/payment-row';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';

/** The refund as adapters are shown it, with the payment that goes back. */
export function refundToSend(refund: RefundRow, payment: PaymentRow, scale: number): RefundToSend {
  return {
    refundId: refund.id,
    number: refund.number,
    amount: formatUnits(refund.amountUnits - refund.feeUnits, scale),
    asset: refund.assetCode,
    reason: refund.reason,
    payment: {
      paymentId: payment.id,
      number: payment.number,
      amount: formatUnits(payment.receivedUnits ?? payment.amountUnits, scale),
      asset: payment.assetCode,
      externalId: payment.externalId,
      facts: payment.facts,
      startedAt: payment.startedAt ?? payment.createdAt,
    },
  };
}
