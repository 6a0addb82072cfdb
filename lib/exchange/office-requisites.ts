import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { PayToLine } from '@/lib/exchange/types';

/** What is to be paid, for the limits of the details; the zone is the one whose days and months are meant. */
type ToPay = { methodId: string; amountUnits: bigint; timeZone: string };

type Picked = { id: string; lines: PayToLine[]; limited: boolean };

/**
 * The office's own details that this customer pays to: of the method's pool those that were shown longest ago and whose
 * limits leave room. Details that another order is taking just now are passed over; if all are, any without limits will
 * do, so that nobody waits. Throws `no_office_requisites`.
 */
export async function pickOfficeRequisites(
  tx: Tx,
  toPay: ToPay,
): Promise<{ id: string; lines: PayToLine[] }> {
  const picked = await pick(tx, toPay);
  // Whoever had them a moment ago may have used the room up: told under the lock, in a statement of its own.
  if (picked?.limited === false || (picked && (await stillHasRoom(tx, picked.id, toPay)))) return picked;
  await tx.query(
    `SELECT id FROM office_requisites WHERE method_id = $1 AND enabled AND num_nonnulls(day_limit_units, month_limit_units) > 0
     ORDER BY id FOR UPDATE`,
    [toPay.methodId],
  );
  return (await pick(tx, toPay)) ?? fail('no_office_requisites');
}

async function pick(tx: Tx, { methodId, amountUnits, timeZone }: ToPay): Promise<Picked | null> {
  const [picked] = await tx.query<Picked>(
    `WITH free AS (
       SELECT r.id FROM office_requisites r WHERE r.method_id = $1 AND r.enabled AND ${hasRoom}
       ORDER BY r.last_used_at NULLS FIRST, r.id LIMIT 1 FOR UPDATE SKIP LOCKED
     ), used AS (
       UPDATE office_requisites r SET last_used_at = $2 FROM free WHERE r.id = free.id
       RETURNING r.id, r.lines, ${isLimited} AS limited
     ), busy AS (
       SELECT r.id, r.lines, false AS limited FROM office_requisites r
       WHERE r.method_id = $1 AND r.enabled AND NOT EXISTS (SELECT FROM free) AND NOT ${isLimited}
       ORDER BY random() LIMIT 1
     )
     SELECT id, lines, limited FROM used UNION ALL SELECT id, lines, limited FROM busy`,
    [methodId, now(), amountUnits, timeZone],
    'office_requisites_in_turn',
  );
  return picked ?? null;
}

async function stillHasRoom(
  tx: Tx,
  requisitesId: string,
  { amountUnits, timeZone }: ToPay,
): Promise<boolean> {
  const row = await tx.maybeOne(`SELECT r.id FROM office_requisites r WHERE r.id = $1 AND ${hasRoom}`, [
    requisitesId,
    now(),
    amountUnits,
    timeZone,
  ]);
  return row !== null;
}

const isLimited = '(num_nonnulls(r.day_limit_units, r.month_limit_units) > 0)';

/**
 * What has come by the details since the period began, and what is still expected, with this amount stays within the
 * limit. CASE, because details without limits must not be counted at all.
 */
const within = (limit: 'day_limit_units' | 'month_limit_units', period: 'day' | 'month') =>
  `CASE WHEN r.${limit} IS NULL THEN true ELSE r.${limit} >= $3::bigint + (
     SELECT coalesce(sum(coalesce(p.received_units, p.amount_units)), 0) FROM payments p
     WHERE p.office_requisites_id = r.id
       AND (p.status IN ('created', 'started', 'claimed') OR (p.status = 'paid'
         AND p.paid_at >= date_trunc('${period}', $2::timestamptz AT TIME ZONE $4) AT TIME ZONE $4))
   ) END`;

const hasRoom = `${within('day_limit_units', 'day')} AND ${within('month_limit_units', 'month')}`;
