import type { Tx } from '@/lib/db';
import { type TopUpRow, topUpColumn, topUpColumnsOf } from '@/lib/wallet/top-up/top-up-row';

export type NewTopUp = Omit<
  TopUpRow,
  'number' | 'status' | 'creditedUnits' | 'reason' | 'takenBy' | 'decidedAt' | 'decidedBy'
>;

/** Writes a top-up that waits; null where there is one under its key. */
export async function insertTopUp(tx: Tx, topUp: NewTopUp): Promise<TopUpRow | null> {
  const fields = Object.keys(topUp) as (keyof NewTopUp)[];
  const columns = fields.map((field) => topUpColumn[field]);
  const places = fields.map((_, index) => `$${index + 1}`);
  const values = fields.map((field) =>
    field === 'payTo' || field === 'requisites' ? JSON.stringify(topUp[field]) : topUp[field],
  );
  const [made] = await tx.query<TopUpRow>(
    `INSERT INTO top_ups AS t (status, ${columns.join(', ')}) VALUES ('waiting', ${places.join(', ')})
     ON CONFLICT (idempotency_key) DO NOTHING RETURNING ${topUpColumnsOf('t')}`,
    values,
  );
  return made ?? null;
}
