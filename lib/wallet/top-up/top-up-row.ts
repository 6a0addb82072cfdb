import type { MoneyKind } from '@/lib/cashier/till-words';
import type { Queryable, Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Requisites } from '@/lib/exchange/order-row';
import type { PayToLine } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';

export const topUpWayKinds = ['system', 'direct', 'cashier'] as const;

/** By a connected system, to the office's own details, or with a cashier. */
export type TopUpWayKind = (typeof topUpWayKinds)[number];

export const topUpStatuses = ['waiting', 'claimed', 'credited', 'canceled', 'expired', 'declined'] as const;

export type TopUpStatus = (typeof topUpStatuses)[number];

/** A row of `top_ups`. Amounts in minor units of `assetCode`. */
export type TopUpRow = {
  id: string;
  number: number;
  userId: string;
  way: TopUpWayKind;
  status: TopUpStatus;
  /** null at the cashier's. */
  methodId: string | null;
  assetCode: string;
  /** What the customer pays; with unique amounts a little above what he typed. */
  amountUnits: bigint;
  /** What the office keeps: as told at first, then of what really came. */
  feeUnits: bigint;
  feeBps: number;
  feeFixedUnits: bigint;
  creditedUnits: bigint | null;
  /** What the customer pays from, by the method's fields; empty where it asks for nothing. */
  requisites: Requisites;
  payTo: PayToLine[];
  moneyKind: MoneyKind | null;
  comment: string;
  receiptFileId: string | null;
  reason: string | null;
  /** The cashier who works on a request. */
  takenBy: string | null;
  idempotencyKey: string;
  inputHash: string;
  createdAt: Date;
  expiresAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** Columns by field, typed over the row: a forgotten one does not compile. */
export const topUpColumn: Record<keyof TopUpRow, string> = {
  id: 'id',
  number: 'number',
  userId: 'user_id',
  way: 'way',
  status: 'status',
  methodId: 'method_id',
  assetCode: 'asset_code',
  amountUnits: 'amount_units',
  feeUnits: 'fee_units',
  feeBps: 'fee_bps',
  feeFixedUnits: 'fee_fixed_units',
  creditedUnits: 'credited_units',
  requisites: 'requisites',
  payTo: 'pay_to',
  moneyKind: 'money_kind',
  comment: 'comment',
  receiptFileId: 'receipt_file_id',
  reason: 'reason',
  takenBy: 'taken_by',
  idempotencyKey: 'idempotency_key',
  inputHash: 'input_hash',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
};

/** The select list of a TopUpRow from the table under that name. */
export function topUpColumnsOf(table: string): string {
  return Object.entries(topUpColumn)
    .map(([field, column]) => `${table}.${column} AS "${field}"`)
    .join(', ');
}

/** The top-up, or null. Asks nobody's rights. */
export async function loadTopUp(db: Queryable, topUpId: string): Promise<TopUpRow | null> {
  if (!isId('top', topUpId)) return null;
  const [row] = await db.query<TopUpRow>(
    `SELECT ${topUpColumnsOf('t')} FROM top_ups t WHERE t.id = $1`,
    [topUpId],
    'top_up_by_id',
  );
  return row ?? null;
}

/**
 * The top-up as it stands, changed by nobody else until the transaction ends. Whoever needs its payments too locks
 * those first. Throws `not_found`.
 */
export async function lockTopUp(tx: Tx, topUpId: string): Promise<TopUpRow> {
  if (!isId('top', topUpId)) return fail('not_found');
  const [row] = await tx.query<TopUpRow>(
    `SELECT ${topUpColumnsOf('t')} FROM top_ups t WHERE t.id = $1 FOR UPDATE`,
    [topUpId],
    'top_up_locked',
  );
  return row ?? fail('not_found');
}
