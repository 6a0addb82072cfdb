import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { askToSignIn } from '@/app/_i18n/ask-to-sign-in';
import { type Actor, hasRole, type UserActor } from '@/lib/auth/actor';
import { cashierView } from '@/lib/cashier/cashier-view';
import type { CashierView } from '@/lib/cashier/till-types';
import { wasCashier } from '@/lib/cashier/was-cashier';
import { AppError } from '@/lib/errors';

/** Who has come to the till; `cashier` is null for an admin who only looks in, and for whoever is suspended. */
export type TillVisitor = { actor: UserActor; cashier: CashierView | null; mayApprove: boolean };

/**
 * Asked by every page of the till, once a request. A guest signs in first; a suspended cashier is let in to be told
 * so; to anybody else there is no such page.
 */
export const tillVisitor = cache(async (): Promise<TillVisitor> => {
  const actor = await currentActor();
  if (actor.kind !== 'user') return askToSignIn();
  const cashier = await activeCashier(actor);
  const isAdmin = hasRole(actor, 'admin');
  if (!cashier && !isAdmin && !(await wasCashier(actor.userId))) notFound();
  return { actor, cashier, mayApprove: isAdmin || cashier?.senior === true };
});

async function activeCashier(actor: Actor): Promise<CashierView | null> {
  try {
    return await cashierView(actor);
  } catch (error) {
    if (error instanceof AppError && error.code === 'cashier_off') return null;
    throw error;
  }
}
