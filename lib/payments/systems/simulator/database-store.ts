import type { Queryable } from '@/lib/db';
import type { Operation, OperationStore, PayoutOutcome } from './operation';

const columns = `o.id, o.kind, o.shop, o.our_id AS "ourId", o.number, o.state, o.asset, o.amount, o.paid, o.fee,
  o.payer, o.asked, o.tell_at AS "tellAt", o.notices, o.created_at AS "createdAt", o.decided_at AS "decidedAt"`;

/** Operations in `simulator_operations`, seen by every process alike. */
export function databaseStore(db: Queryable): OperationStore {
  return {
    async open(operation) {
      const { id, kind, shop, ourId, number, state, asset, amount, asked, tellAt, createdAt, decidedAt } =
        operation;
      const [made] = await db.query<Operation>(
        `INSERT INTO simulator_operations AS o
           (id, kind, shop, our_id, number, state, asset, amount, asked, tell_at, created_at, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (kind, our_id) DO NOTHING RETURNING ${columns}`,
        [id, kind, shop, ourId, number, state, asset, amount, asked, tellAt, createdAt, decidedAt],
      );
      if (made) return made;
      const known = await this.find(kind, ourId);
      if (!known) throw new Error('an operation of the simulator is neither new nor known');
      return known;
    },
    async find(kind, ourId) {
      const [found] = await db.query<Operation>(
        `SELECT ${columns} FROM simulator_operations o WHERE o.kind = $1 AND o.our_id = $2`,
        [kind, ourId],
      );
      return found ?? null;
    },
    async payoutsOf(shop) {
      const [row] = await db.query<{ payouts: PayoutOutcome }>(
        'SELECT payouts FROM simulator_shops WHERE shop = $1',
        [shop],
      );
      return row?.payouts ?? 'by_rule';
    },
    async balance(shop, asset) {
      const [row] = await db.query<{ amount: string }>(
        `SELECT greatest(0, trim_scale(
           coalesce((SELECT (opening ->> $2)::numeric FROM simulator_shops WHERE shop = $1), 0)
           + coalesce(sum(CASE
               WHEN kind = 'payment' AND state = 'paid' THEN paid::numeric - coalesce(fee::numeric, 0)
               WHEN kind <> 'payment' AND state = 'done' THEN -amount::numeric ELSE 0 END), 0)))::text AS amount
         FROM simulator_operations WHERE shop = $1 AND asset = $2`,
        [shop, asset],
      );
      return row?.amount ?? '0';
    },
  };
}

/** The operation under the simulator's own id, which its page's address carries. `lock`: until the transaction ends. */
export async function loadOperation(
  db: Queryable,
  id: string,
  { lock = false } = {},
): Promise<Operation | null> {
  const [found] = await db.query<Operation>(
    `SELECT ${columns} FROM simulator_operations o WHERE o.id = $1${lock ? ' FOR UPDATE' : ''}`,
    [id],
  );
  return found ?? null;
}

/** The newest of a kind, for its control page. */
export function listOperations(db: Queryable, kinds: Operation['kind'][], limit = 50): Promise<Operation[]> {
  return db.query<Operation>(
    `SELECT ${columns} FROM simulator_operations o WHERE o.kind = ANY($1) ORDER BY o.created_at DESC, o.id LIMIT $2`,
    [kinds, limit],
  );
}

/** Those that may be told by now, each given to one asker only. */
export function claimDue(db: Queryable, at: Date): Promise<Operation[]> {
  return db.query<Operation>(
    `UPDATE simulator_operations o SET tell_at = NULL WHERE o.tell_at <= $1 RETURNING ${columns}`,
    [at],
  );
}
