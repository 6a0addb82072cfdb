import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { PaymentRow, PaymentStatus } from '@/lib/payments/payment-row';
import { paymentSystem } from '@/lib/payments/registry';
import { paymentsOfTopUp } from '@/lib/wallet/top-up/top-up-payments';
import { loadTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/** One payment of a top-up, as staff see it. Amounts are plain decimals. */
export type DeskTopUpPayment = {
  id: string;
  status: PaymentStatus;
  /** null: to the office's own details. */
  system: Localized | null;
  amount: string;
  received: string | null;
  systemFee: string | null;
  externalId: string | null;
  payer: string | null;
  reason: string | null;
  confirmedBy: string | null;
  paidAt: Date | null;
};

/** A top-up as staff see it. */
export type DeskTopUp = Pick<
  TopUpRow,
  'id' | 'number' | 'way' | 'status' | 'moneyKind' | 'comment' | 'receiptFileId' | 'reason' | 'decidedBy'
> & {
  asset: string;
  amount: string;
  fee: string;
  credited: string | null;
  methodTitles: Localized | null;
  customer: { name: string; email: string; walletNumber: string | null };
  createdAt: Date;
  decidedAt: Date | null;
  payments: DeskTopUpPayment[];
};

/** One top-up for the desk. Throws `not_signed_in`, `forbidden`, `not_found`. */
export async function deskTopUp(actor: Actor, topUpId: string): Promise<DeskTopUp> {
  requireRole(actor, ...deskRoles);
  const topUp = (await loadTopUp({ query }, topUpId)) ?? fail('not_found');
  const [payments, [beside]] = await Promise.all([
    paymentsOfTopUp({ query }, topUp.id),
    query<DeskTopUp['customer'] & { scale: number; methodTitles: Localized | null }>(
      `SELECT u.name, u.email, w.number AS "walletNumber", a.scale, m.titles AS "methodTitles"
       FROM users u JOIN assets a ON a.code = $2 LEFT JOIN wallets w ON w.user_id = u.id
         LEFT JOIN payment_methods m ON m.id = $3
       WHERE u.id = $1`,
      [topUp.userId, topUp.assetCode, topUp.methodId],
    ),
  ]);
  if (!beside) return fail('not_found');
  const { scale, methodTitles, ...customer } = beside;
  const { id, number, way, status, moneyKind, comment, receiptFileId, reason, decidedBy } = topUp;
  return {
    ...{ id, number, way, status, moneyKind, comment, receiptFileId, reason, decidedBy },
    asset: topUp.assetCode,
    amount: formatUnits(topUp.amountUnits, scale),
    fee: formatUnits(topUp.feeUnits, scale),
    credited: topUp.creditedUnits === null ? null : formatUnits(topUp.creditedUnits, scale),
    methodTitles,
    customer,
    createdAt: topUp.createdAt,
    decidedAt: topUp.decidedAt,
    payments: payments.map((payment) => paymentView(payment, topUp, scale)),
  };
}

function paymentView(payment: PaymentRow, { requisites }: TopUpRow, scale: number): DeskTopUpPayment {
  const { id, status, externalId, reason, confirmedBy, paidAt, payer, claim } = payment;
  const said = Object.values(requisites).map(({ display }) => display);
  const told = [payer?.account, payer?.name, claim?.payer, claim?.reference, ...said]
    .filter(Boolean)
    .join(', ');
  return {
    ...{ id, status, externalId, reason, confirmedBy, paidAt },
    system: payment.connectionId ? (paymentSystem(payment.systemCode)?.titles ?? null) : null,
    amount: formatUnits(payment.amountUnits, scale),
    received: payment.receivedUnits === null ? null : formatUnits(payment.receivedUnits, scale),
    systemFee: payment.systemFeeUnits > 0n ? formatUnits(payment.systemFeeUnits, scale) : null,
    payer: told || null,
  };
}
