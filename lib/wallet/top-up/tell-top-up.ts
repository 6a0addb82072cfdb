import type { Tx } from '@/lib/db';
import { tellAfterCommit } from '@/lib/live';

/** Wakes whatever shows a top-up: its customer's pages, and the desk; for a request the cashiers' queue. */
export function tellTopUp(tx: Tx, { userId, way }: { userId: string; way: string }): void {
  tellAfterCommit(tx, `wallet:${userId}`, way === 'cashier' ? 'till' : 'desk');
}
