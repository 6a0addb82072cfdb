import type { Queryable } from '@/lib/db';

export const withdrawalStatuses = ['in_progress', 'paid', 'canceled'] as const;

export type WithdrawalStatus = (typeof withdrawalStatuses)[number];

/** A row of `withdrawals`. Amounts in minor units of `assetCode`. */
export type WithdrawalRow = {
  id: string;
  number: number;
  userId: string;
  status: WithdrawalStatus;
  methodId: string;
  assetCode: string;
  /** What is paid out. */
  amountUnits: bigint;
  /** What it costs on top. */
  feeUnits: bigint;
  requisites: Record<string, { value: string; display: string }>;
  walletHoldId: string;
  reserveHoldId: string;
  reference: string | null;
  /** Why nothing was paid: one of `withdrawalReasons`, or a person's own words. */
  reason: string | null;
  idempotencyKey: string;
  inputHash: string;
  createdAt: Date;
  decidedAt: Date | null;
};

/** Reasons that the house gives by itself: taken back by the customer, not accepted by the payment system. */
export const withdrawalReasons = ['taken_back', 'system_refused'] as const;

export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** Columns by field, typed over the row: a forgotten one does not compile. */
const column: Record<keyof WithdrawalRow, string> = {
  id: 'id',
  number: 'number',
  userId: 'user_id',
  status: 'status',
  methodId: 'method_id',
  assetCode: 'asset_code',
  amountUnits: 'amount_units',
  feeUnits: 'fee_units',
  requisites: 'requisites',
  walletHoldId: 'wallet_hold_id',
  reserveHoldId: 'reserve_hold_id',
  reference: 'reference',
  reason: 'reason',
  idempotencyKey: 'idempotency_key',
  inputHash: 'input_hash',
  createdAt: 'created_at',
  decidedAt: 'decided_at',
};

/** The select list of a WithdrawalRow from the table under that name. */
export function withdrawalColumnsOf(table: string): string {
  return Object.entries(column)
    .map(([field, name]) => `${table}.${name} AS "${field}"`)
    .join(', ');
}

/** The withdrawal, or null. `lock`: nobody else changes it until the transaction ends. Asks nobody's rights. */
export async function loadWithdrawal(
  db: Queryable,
  withdrawalId: string,
  { lock = false } = {},
): Promise<WithdrawalRow | null> {
  const [row] = await db.query<WithdrawalRow>(
    `SELECT ${withdrawalColumnsOf('w')} FROM withdrawals w WHERE w.id = $1${lock ? ' FOR UPDATE' : ''}`,
    [withdrawalId],
    lock ? 'withdrawal_locked' : 'withdrawal_by_id',
  );
  return row ?? null;
}
