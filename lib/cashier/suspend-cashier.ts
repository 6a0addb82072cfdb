import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { lockTarget } from '@/lib/auth/staff-target';
import { setCashierRole } from '@/lib/cashier/cashier-role';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';

type OnCashier = { actor: Actor; userId: string };

/**
 * Suspends a cashier: from his next request on he may nothing at the till, an open page of his included. What lies in
 * his drawer and his open shift stay as they are. Admins only.
 */
export function suspendCashier(given: OnCashier): Promise<void> {
  return setSuspended(given, true);
}

/** Lets a suspended cashier work again, with the rights he had. Admins only. */
export function letCashierBack(given: OnCashier): Promise<void> {
  return setSuspended(given, false);
}

async function setSuspended({ actor, userId }: OnCashier, suspended: boolean): Promise<void> {
  requireRole(actor, 'admin');
  await inTransaction(async (tx) => {
    const { target } = await lockTarget(tx, { actor, userId });
    if (!suspended && (target.disabled || !target.confirmed))
      fail(target.disabled ? 'forbidden' : 'email_not_confirmed');
    const cashier = await tx.maybeOne<{ suspended: boolean }>(
      'SELECT suspended_at IS NOT NULL AS suspended FROM cashiers WHERE user_id = $1 FOR UPDATE',
      [userId],
    );
    if (!cashier) fail('not_found');
    if (cashier.suspended === suspended) return;
    await tx.query('UPDATE cashiers SET suspended_at = $2, updated_at = $3 WHERE user_id = $1', [
      userId,
      suspended ? now() : null,
      now(),
    ]);
    await setCashierRole(tx, userId, !suspended);
    await audit(tx, {
      actor,
      action: suspended ? 'cashier.suspend' : 'cashier.let_back',
      subject: userId,
      before: { suspended: cashier.suspended },
      after: { suspended },
    });
  });
}
