import { type Actor, hasRole, requireUser, type UserActor } from '@/lib/auth/actor';
import { type CashierRights, cashierRights } from '@/lib/cashier/cashier-actor';
import { type Queryable, query } from '@/lib/db';
import { fail } from '@/lib/errors';

/** Who reads what was done at tills. */
export type TillReader = {
  actor: UserActor;
  userId: string;
  /** Sees what all cashiers did: a senior one, admins, accountants. Others see their own. */
  all: boolean;
  /** May approve others' operations, take them back and close their shifts: a senior cashier, admins. */
  second: boolean;
  /** null: no cashier. */
  cashier: CashierRights | null;
};

/** Throws `not_signed_in`, `cashier_off`. */
export async function tillReader(actor: Actor, db: Queryable = { query }): Promise<TillReader> {
  const user = requireUser(actor);
  const cashier = await cashierRights(db, user.userId);
  const second = cashier?.senior === true || hasRole(user, 'admin');
  const all = second || hasRole(user, 'accountant');
  if (!cashier && !all) fail('cashier_off');
  return { actor: user, userId: user.userId, all, second, cashier };
}

/** Whoever may be the second person. Throws `not_signed_in`, `cashier_off`, `forbidden`. */
export async function requireSecond(actor: Actor, db: Queryable = { query }): Promise<TillReader> {
  const reader = await tillReader(actor, db);
  return reader.second ? reader : fail('forbidden');
}
