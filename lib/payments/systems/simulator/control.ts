import { z } from 'zod';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { databaseStore, listOperations, loadOperation } from './database-store';
import { type Operation, type PayoutOutcome, payoutOutcomes } from './operation';
import { tellOffice } from './tell-office';

const staff = ['operator', 'admin'] as const;

export type ControlledShop = {
  shop: string;
  payouts: PayoutOutcome;
  balances: { asset: string; amount: string }[];
};

/** The shops that the office has with the simulator, and the payouts and refunds that it asked for. Staff only. */
export async function simulatorBooks(
  actor: Actor,
): Promise<{ shops: ControlledShop[]; outgoes: Operation[] }> {
  requireRole(actor, ...staff);
  const store = databaseStore({ query });
  const rows = await query<{ shop: string; assets: string[] }>(
    `SELECT c.settings ->> 'shop' AS shop,
       coalesce(array_agg(DISTINCT m.asset_code ORDER BY m.asset_code) FILTER (WHERE m.asset_code IS NOT NULL), '{}')
         AS assets
     FROM system_connections c
       LEFT JOIN payment_methods m ON c.id IN (m.pay_in_connection_id, m.pay_out_connection_id)
     WHERE c.system_code = 'simulator' GROUP BY 1 ORDER BY 1`,
  );
  const shops = await Promise.all(
    rows.map(async ({ shop, assets }) => ({
      shop,
      payouts: await store.payoutsOf(shop),
      balances: await Promise.all(
        assets.map(async (asset) => ({ asset, amount: await store.balance(shop, asset) })),
      ),
    })),
  );
  return { shops, outgoes: await listOperations({ query }, ['payout', 'refund']) };
}

const outcomeInput = z.object({ shop: z.string().min(1).max(500), payouts: z.enum(payoutOutcomes) });

/** From now on every payout and refund of the shop goes like that. */
export async function setPayoutOutcome(actor: Actor, input: Record<string, string>): Promise<void> {
  requireRole(actor, ...staff);
  const { shop, payouts } = parseInput(outcomeInput, input);
  await query(
    `INSERT INTO simulator_shops (shop, payouts, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (shop) DO UPDATE SET payouts = $2, updated_at = $3`,
    [shop, payouts, now()],
  );
}

const decisionInput = z.object({ id: z.string().min(1).max(40), decision: z.enum(['done', 'refused']) });

/** Ends the waiting of a payout or refund that hangs or takes its time, and tells the office. Throws `not_found`. */
export async function decideOutgo(actor: Actor, input: Record<string, string>): Promise<void> {
  requireRole(actor, ...staff);
  const { id, decision } = parseInput(decisionInput, input);
  const operation = await inTransaction(async (tx) => {
    const found = await loadOperation(tx, id, { lock: true });
    if (!found || found.kind === 'payment') return fail('not_found');
    // What the office was told once is not taken back.
    if (found.tellAt === null) return null;
    await tx.query(
      'UPDATE simulator_operations SET state = $2, tell_at = NULL, decided_at = $3 WHERE id = $1',
      [id, decision, now()],
    );
    return { ...found, state: decision, tellAt: null };
  });
  if (operation) await tellOffice(operation, 'outgo');
}
