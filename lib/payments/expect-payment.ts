import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { newId } from '@/lib/ids';
import { type PaymentRow, type PaymentSubject, paymentColumnsOf } from '@/lib/payments/payment-row';

export type ExpectedPayment = {
  subjectKind: PaymentSubject;
  subjectId: string;
  methodId: string;
  /** null: direct, to the office's own details. */
  connectionId: string | null;
  systemCode: string;
  asset: string;
  amountUnits: bigint;
  expiresAt: Date | null;
  officeRequisitesId: string | null;
};

/** The system code of a payment that goes to the office's own details. */
export const directSystem = 'direct';

/** The system code of a payment that comes from the customer's wallet. It has no connection either. */
export const walletSystem = 'wallet';

/**
 * Money that is to come in: one row, `created`. Everything that comes is told of a payment, so nothing may be waited
 * for without one. Call it in the transaction that makes what it is for.
 */
export async function expectPayment(tx: Queryable, expected: ExpectedPayment): Promise<PaymentRow> {
  const [made] = await tx.query<PaymentRow>(
    `INSERT INTO payments AS p (id, subject_kind, subject_id, method_id, connection_id, system_code, status, asset_code,
       amount_units, expires_at, office_requisites_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'created', $7, $8, $9, $10, $11)
     RETURNING ${paymentColumnsOf('p')}`,
    [
      newId('pay'),
      expected.subjectKind,
      expected.subjectId,
      expected.methodId,
      expected.connectionId,
      expected.systemCode,
      expected.asset,
      expected.amountUnits,
      expected.expiresAt,
      expected.officeRequisitesId,
      now(),
    ],
    'expect_payment',
  );
  if (!made) throw new Error('the payment was not written');
  return made;
}
