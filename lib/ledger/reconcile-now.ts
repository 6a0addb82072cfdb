import { type Actor, requireRole } from '@/lib/auth/actor';
import { type ReconcileReport, reconcile } from '@/lib/ledger/reconcile';

/** The nightly check at somebody's wish. Throws `forbidden`. */
export function reconcileNow({ actor }: { actor: Actor }): Promise<ReconcileReport> {
  requireRole(actor, 'accountant', 'admin');
  return reconcile();
}
