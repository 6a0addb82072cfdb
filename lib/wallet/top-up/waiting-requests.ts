import type { Actor } from '@/lib/auth/actor';
import { requireCashier } from '@/lib/cashier/cashier-actor';
import type { MoneyKind } from '@/lib/cashier/till-words';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { maskedName } from '@/lib/wallet/masked-name';

/** A customer's request as it stands in the cashiers' queue. Amounts are plain decimals of the asset. */
export type WaitingRequest = {
  id: string;
  /** Told to customer and cashier alike. */
  number: number;
  userId: string;
  /** Ten digits. */
  walletNumber: string;
  maskedName: string;
  asset: string;
  scale: number;
  /** What he says he pays, and what the office keeps of it. */
  amount: string;
  fee: string;
  moneyKind: MoneyKind;
  comment: string;
  /** Picture of the receipt, under /api/receipts/. */
  receiptFileId: string | null;
  createdAt: Date;
  /** The cashier who works on it. */
  takenBy: { id: string; name: string } | null;
};

type Found = Omit<WaitingRequest, 'amount' | 'fee' | 'maskedName' | 'takenBy'> & {
  amountUnits: bigint;
  feeUnits: bigint;
  name: string;
  email: string;
  takenById: string | null;
  takenByName: string | null;
};

const atMost = 200;

/**
 * Requests that wait for a cashier, what waits the longest first: those in the assets he works with, and never his
 * own. Throws `not_signed_in`, `cashier_off`.
 */
export async function waitingRequests(actor: Actor): Promise<WaitingRequest[]> {
  const { userId } = await requireCashier(actor);
  const rows = await query<Found>(`${selectRequests} ORDER BY t.created_at, t.id LIMIT ${atMost}`, [userId]);
  return rows.map(toRequest);
}

/** How many there are. Throws `not_signed_in`, `cashier_off`. */
export async function waitingRequestCount(actor: Actor): Promise<number> {
  const { userId } = await requireCashier(actor);
  const [row] = await query<{ requests: bigint }>(
    `SELECT count(*) AS requests FROM (${selectRequests}) r`,
    [userId],
    'waiting_request_count',
  );
  return Number(row?.requests ?? 0);
}

/** One of them. Throws `not_signed_in`, `cashier_off`; `not_found` also for those of other assets, his own, and decided ones. */
export async function waitingRequest(actor: Actor, topUpId: string): Promise<WaitingRequest> {
  const { userId } = await requireCashier(actor);
  const [row] = await query<Found>(`${selectRequests} AND t.id = $2`, [userId, topUpId]);
  return row ? toRequest(row) : fail('not_found');
}

const selectRequests = `
SELECT t.id, t.number, t.user_id AS "userId", w.number AS "walletNumber", u.name, u.email, t.asset_code AS asset,
  a.scale, t.amount_units AS "amountUnits", t.fee_units AS "feeUnits", t.money_kind AS "moneyKind", t.comment,
  t.receipt_file_id AS "receiptFileId", t.created_at AS "createdAt", t.taken_by AS "takenById",
  coalesce(nullif(k.name, ''), k.email) AS "takenByName"
FROM top_ups t JOIN wallets w ON w.user_id = t.user_id JOIN users u ON u.id = t.user_id
  JOIN assets a ON a.code = t.asset_code
  JOIN cashier_limits l ON l.user_id = $1 AND l.asset_code = t.asset_code
  LEFT JOIN users k ON k.id = t.taken_by
WHERE t.way = 'cashier' AND t.status IN ('waiting', 'claimed') AND t.user_id <> $1`;

function toRequest({
  amountUnits,
  feeUnits,
  name,
  email,
  takenById,
  takenByName,
  ...row
}: Found): WaitingRequest {
  return {
    ...row,
    maskedName: maskedName({ name, email }),
    amount: formatUnits(amountUnits, row.scale),
    fee: formatUnits(feeUnits, row.scale),
    takenBy: takenById === null ? null : { id: takenById, name: takenByName ?? takenById },
  };
}
