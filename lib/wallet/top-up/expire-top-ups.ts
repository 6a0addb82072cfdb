import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { timer } from '@/lib/exchange/mover';
import { log } from '@/lib/log';
import { endTopUp } from '@/lib/wallet/top-up/cancel-top-up';
import { lockTopUpPayments } from '@/lib/wallet/top-up/top-up-payments';
import { lockTopUp } from '@/lib/wallet/top-up/top-up-row';

const batchSize = 100;

/**
 * Ends top-ups whose time to pay is over and of which the customer has not said that they are paid. Each in its own
 * transaction, behind the locks of whoever claims or pays at that moment. Any number of workers may run it at once.
 * Returns how many it ended.
 */
export async function expireTopUps(): Promise<number> {
  let expired = 0;
  for (;;) {
    const due = await query<{ id: string }>(
      `SELECT id FROM top_ups WHERE status = 'waiting' AND expires_at <= $1 ORDER BY expires_at LIMIT ${batchSize}`,
      [now()],
      'due_top_ups',
    );
    let ended = 0;
    for (const { id } of due) if (await expireTopUp(id)) ended += 1;
    expired += ended;
    if (due.length < batchSize || ended === 0) return expired;
  }
}

/** False if somebody was first. One that cannot be ended holds up no other. */
async function expireTopUp(topUpId: string): Promise<boolean> {
  try {
    return await inTransaction(async (tx) => {
      await lockTopUpPayments(tx, topUpId);
      const topUp = await lockTopUp(tx, topUpId);
      if (topUp.status !== 'waiting' || topUp.expiresAt === null || topUp.expiresAt > now()) return false;
      await endTopUp(tx, topUp, 'expired', timer.name);
      return true;
    });
  } catch (error) {
    log.error({ err: error, topUpId }, 'a top-up could not be expired');
    return false;
  }
}
