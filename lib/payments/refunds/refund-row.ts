import type { Requisites } from '@/lib/exchange/order-row';
import { type RowColumns, rowLoader, selectList } from '@/lib/row-columns';

export const refundStatuses = [
  'awaiting_approval',
  'awaiting_details',
  'ready',
  'sending',
  'pending',
  'unknown',
  'settled',
  'refused',
  'canceled',
] as const;

export type RefundStatus = (typeof refundStatuses)[number];

/** Handed to the system, and nobody knows yet what became of it. */
export const refundOutStatuses = ['sending', 'pending', 'unknown'] as const satisfies readonly RefundStatus[];

/** Decided on, and the money has neither gone back nor been given up. A refused one is tried again by hand. */
export const openRefundStatuses = [
  'awaiting_approval',
  'awaiting_details',
  'ready',
  ...refundOutStatuses,
  'refused',
] as const satisfies readonly RefundStatus[];

export const refundKinds = ['full', 'excess', 'part'] as const;

export type RefundKind = (typeof refundKinds)[number];

/** What the amount was counted from. */
export const refundBases = ['received', 'order_rate', 'present_rate'] as const;

export type RefundBasis = (typeof refundBases)[number];

/** `wallet`: it was paid from a wallet and goes back there at once. */
export type RefundWay = 'system' | 'hand' | 'wallet';

/** A row of `refunds`. Amounts in minor units of `assetCode`. */
export type RefundRow = {
  id: string;
  number: number;
  orderId: string;
  /** The payment that goes back; set where the system sends it. */
  paymentId: string | null;
  kind: RefundKind;
  status: RefundStatus;
  methodId: string;
  assetCode: string;
  /** What is taken from what the office owes. */
  amountUnits: bigint;
  /** Kept by the office of it; the customer gets the rest. */
  feeUnits: bigint;
  basis: RefundBasis;
  way: RefundWay;
  /** Where to, as the customer says. */
  requisites: Requisites | null;
  reason: string;
  externalId: string | null;
  reference: string | null;
  failure: string | null;
  requestedBy: string;
  requestedById: string | null;
  approvedBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
  settledAt: Date | null;
  nextTryAt: Date | null;
  checks: number;
};

const columns: RowColumns<RefundRow> = {
  id: 'id',
  number: 'number',
  orderId: 'order_id',
  paymentId: 'payment_id',
  kind: 'kind',
  status: 'status',
  methodId: 'method_id',
  assetCode: 'asset_code',
  amountUnits: 'amount_units',
  feeUnits: 'fee_units',
  basis: 'basis',
  way: 'way',
  requisites: 'requisites',
  reason: 'reason',
  externalId: 'external_id',
  reference: 'reference',
  failure: 'failure',
  requestedBy: 'requested_by',
  requestedById: 'requested_by_id',
  approvedBy: 'approved_by',
  createdAt: 'created_at',
  sentAt: 'sent_at',
  settledAt: 'settled_at',
  nextTryAt: 'next_try_at',
  checks: 'checks',
};

/** The select list of a RefundRow from the table under that alias. */
export const refundColumnsOf = (alias: string) => selectList(columns, alias);

/** The refund, or null. `lock`: nobody else changes it until the transaction ends. Asks nobody's rights. */
export const loadRefund = rowLoader<RefundRow>('refunds', columns, 'refund');
