import type { Tx } from '@/lib/db';
import { tellAfterCommit } from '@/lib/live';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { tellToCheck } from '@/lib/wallet/top-up/top-up-letters';
import { loadTopUp } from '@/lib/wallet/top-up/top-up-row';

/**
 * A system says something of a top-up's payment that does not fit it: nothing is credited, and the office is told once
 * for the same words. An operator looks, and books what really came.
 */
export async function tellTopUpDoubt(tx: Tx, topUpId: string, said: string): Promise<void> {
  const topUp = await loadTopUp(tx, topUpId);
  if (!topUp) return;
  await tellToCheck(tx, topUp, { doubt: said });
  tellAfterCommit(tx, 'desk');
}

/** A system refused a payment of a top-up: its open page says that the customer may pay again. */
export async function tellTopUpRefused(tx: Tx, topUpId: string): Promise<void> {
  const topUp = await loadTopUp(tx, topUpId);
  if (topUp) tellTopUp(tx, topUp);
}
