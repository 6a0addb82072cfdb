import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { officeSettings, officeSettingsSchema } from '@/lib/settings';

export const stopPayoutsInput = z.object({
  /** null or missing: all methods. */
  methodId: z.string().nullish(),
  stopped: z.boolean(),
});

/**
 * The switches of automatic payouts, of one method or of all. Once this returns, none of them is sent any more; those
 * that were handed to a system before go on. Opened again, what has waited goes out by itself. Admins only.
 * Throws `not_found`.
 */
export async function stopPayouts({
  actor,
  ...input
}: z.input<typeof stopPayoutsInput> & { actor: Actor }): Promise<void> {
  const admin = requireRole(actor, 'admin');
  const { methodId, stopped } = parseInput(stopPayoutsInput, input);
  await inTransaction(async (tx) => {
    // Payouts before the switch: whoever sends one locks them in this order too.
    // What has waited is looked at within the next seconds, not after its pause.
    if (!stopped)
      await tx.query(
        `UPDATE payouts SET next_try_at = $1 WHERE status = 'queued' AND system_code <> 'hand'
           AND ($2::text IS NULL OR method_id = $2)`,
        [now(), methodId ?? null],
      );
    if (methodId) {
      const changed = await tx.query(
        'UPDATE payment_methods SET payouts_stopped = $2, updated_at = $3 WHERE id = $1 RETURNING id',
        [methodId, stopped, now()],
      );
      if (changed.length === 0) fail('not_found');
    } else {
      // Whoever marks a payout holds its method's lock, so that none is under way when the switch stands.
      await tx.query(
        'SELECT 1 FROM payment_methods WHERE pay_out_connection_id IS NOT NULL ORDER BY id FOR NO KEY UPDATE',
      );
      const value = officeSettingsSchema.parse({ ...(await officeSettings(tx)), payoutsStopped: stopped });
      await tx.query(
        `INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('office', $1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET value = settings.value || jsonb_build_object('payoutsStopped', $4::boolean),
           updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
        [JSON.stringify(value), now(), admin.name || admin.email, stopped],
      );
    }
    const action = stopped ? 'payouts.stop' : 'payouts.open';
    await audit(tx, {
      actor,
      action,
      subject: methodId ?? 'office',
      before: { stopped: !stopped },
      after: { stopped },
    });
    tellAfterCommit(tx, 'desk');
  });
}
