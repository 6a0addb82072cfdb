import type { OrderClaim } from '@/lib/exchange/order-row';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import { type RowColumns, rowLoader, selectList } from '@/lib/row-columns';

export const paymentStatuses = ['created', 'started', 'claimed', 'paid', 'refused', 'canceled'] as const;

export type PaymentStatus = (typeof paymentStatuses)[number];

/** What a payment is for. */
export type PaymentSubject = 'order' | 'topup' | 'product' | 'invoice';

/** A row of `payments`. Amounts in minor units of `assetCode`. */
export type PaymentRow = {
  id: string;
  number: number;
  subjectKind: PaymentSubject;
  subjectId: string;
  methodId: string;
  /** null: direct, to the office's own details. */
  connectionId: string | null;
  systemCode: string;
  status: PaymentStatus;
  assetCode: string;
  amountUnits: bigint;
  receivedUnits: bigint | null;
  systemFeeUnits: bigint;
  externalId: string | null;
  facts: Record<string, string>;
  payer: { account?: string; name?: string } | null;
  start: StartStep | null;
  reason: string | null;
  claim: OrderClaim | null;
  officeRequisitesId: string | null;
  createdAt: Date;
  startedAt: Date | null;
  claimedAt: Date | null;
  paidAt: Date | null;
  expiresAt: Date | null;
  nextPollAt: Date | null;
  polls: number;
  confirmedBy: string | null;
};

const columns: RowColumns<PaymentRow> = {
  id: 'id',
  number: 'number',
  subjectKind: 'subject_kind',
  subjectId: 'subject_id',
  methodId: 'method_id',
  connectionId: 'connection_id',
  systemCode: 'system_code',
  status: 'status',
  assetCode: 'asset_code',
  amountUnits: 'amount_units',
  receivedUnits: 'received_units',
  systemFeeUnits: 'system_fee_units',
  externalId: 'external_id',
  facts: 'facts',
  payer: 'payer',
  start: 'start',
  reason: 'reason',
  claim: 'claim',
  officeRequisitesId: 'office_requisites_id',
  createdAt: 'created_at',
  startedAt: 'started_at',
  claimedAt: 'claimed_at',
  paidAt: 'paid_at',
  expiresAt: 'expires_at',
  nextPollAt: 'next_poll_at',
  polls: 'polls',
  confirmedBy: 'confirmed_by',
};

/** The select list of a PaymentRow from the table under that alias. */
export const paymentColumnsOf = (alias: string) => selectList(columns, alias);

/** The payment, or null. `lock`: nobody else changes it until the transaction ends. Asks nobody's rights. */
export const loadPayment = rowLoader<PaymentRow>('payments', columns, 'payment');
