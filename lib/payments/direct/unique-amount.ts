import type { Tx } from '@/lib/db';

/** So many units are added to an amount at most: kopecks, cents, satoshis. */
export const mostAdded = 99;

/**
 * The amount to ask for, so that no other payment of the method waits for the same: the least addition of 0 to 99
 * units that is free. If all are taken, the amount as it is: equal payments are then told apart by other means.
 * For methods whose `unique_amounts` is on; others get their amount back. One at a time for a method.
 */
export async function uniqueAmount(
  tx: Tx,
  { methodId, amountUnits }: { methodId: string; amountUnits: bigint },
): Promise<bigint> {
  const method = await tx.maybeOne<{ unique: boolean }>(
    'SELECT unique_amounts AS unique FROM payment_methods WHERE id = $1',
    [methodId],
  );
  if (!method?.unique) return amountUnits;
  // Two that ask at the same moment must not be given the same amount.
  await tx.query('SELECT id FROM payment_methods WHERE id = $1 FOR NO KEY UPDATE', [methodId]);
  const [free] = await tx.query<{ units: bigint }>(
    `SELECT $2::bigint + added AS units FROM generate_series(0, ${mostAdded}) AS added
     WHERE NOT EXISTS (
       SELECT FROM payments p WHERE p.method_id = $1 AND p.amount_units = $2::bigint + added
         AND p.status IN ('created', 'started', 'claimed'))
     ORDER BY added LIMIT 1`,
    [methodId, amountUnits],
  );
  return free?.units ?? amountUnits;
}
