import { type RowColumns, rowLoader, selectList } from '@/lib/row-columns';

export const payoutStatuses = [
  'awaiting_approval',
  'queued',
  'sending',
  'pending',
  'unknown',
  'settled',
  'refused',
  'canceled',
] as const;

export type PayoutStatus = (typeof payoutStatuses)[number];

/** Handed to the system, and nobody knows yet what became of it. */
export const outStatuses = ['sending', 'pending', 'unknown'] as const satisfies readonly PayoutStatus[];

/** What a payout is for. */
export type PayoutSubject = 'order' | 'refund' | 'withdrawal';

/** Why a queued payout is not sent yet. */
export const payoutWaits = [
  'stopped',
  'method_stopped',
  'payment_limit',
  'day_limit',
  'no_connection',
  'connection_off',
] as const;

export type PayoutWait = (typeof payoutWaits)[number];

/** A row of `payouts`. Amounts in minor units of `assetCode`. */
export type PayoutRow = {
  id: string;
  number: number;
  subjectKind: PayoutSubject;
  subjectId: string;
  methodId: string;
  connectionId: string | null;
  systemCode: string;
  status: PayoutStatus;
  assetCode: string;
  amountUnits: bigint;
  systemFeeUnits: bigint;
  /** Requisites by field, as they were when it was made. */
  destination: Record<string, string>;
  externalId: string | null;
  reference: string | null;
  facts: Record<string, string>;
  reason: string | null;
  waitsFor: PayoutWait | null;
  /** A person's id, or `system`. */
  requestedBy: string;
  approvedBy: string | null;
  approvedAt: Date | null;
  decidedBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
  settledAt: Date | null;
  alarmedAt: Date | null;
  nextTryAt: Date | null;
  checks: number;
};

/** Whether a later word denied the one that stands: a paid one has a reason why not, one not paid a reference. */
export function isContradicted({
  status,
  reason,
  reference,
}: Pick<PayoutRow, 'status' | 'reason' | 'reference'>) {
  if (status === 'settled') return reason !== null;
  return (status === 'refused' || status === 'canceled') && reference !== null;
}

const columns: RowColumns<PayoutRow> = {
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
  systemFeeUnits: 'system_fee_units',
  destination: 'destination',
  externalId: 'external_id',
  reference: 'reference',
  facts: 'facts',
  reason: 'reason',
  waitsFor: 'waits_for',
  requestedBy: 'requested_by',
  approvedBy: 'approved_by',
  approvedAt: 'approved_at',
  decidedBy: 'decided_by',
  createdAt: 'created_at',
  sentAt: 'sent_at',
  settledAt: 'settled_at',
  alarmedAt: 'alarmed_at',
  nextTryAt: 'next_try_at',
  checks: 'checks',
};

/** The select list of a PayoutRow from the table under that alias. */
export const payoutColumnsOf = (alias: string) => selectList(columns, alias);

/** The payout, or null. `lock`: nobody else changes it until the transaction ends. Asks nobody's rights. */
export const loadPayout = rowLoader<PayoutRow>('payouts', columns, 'payout');
