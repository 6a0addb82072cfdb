import { addMinutes, now } from '@/lib/clock';
import { closeDatabase, query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { staff } from '@/lib/exchange/testing/office';

/**
 * A process of its own that is killed: four operators who take orders by chance and do one step with each, by the
 * commands behind the desk's buttons. They meet at the same orders now and then, and go on until they are ended.
 */
const operators = ['Olga', 'Pavel', 'Irina', 'Boris'].map((name) => staff('operator', name));
let ended = false;
process.on('SIGTERM', () => {
  ended = true;
});

await Promise.all(operators.map(work));
await closeDatabase();

async function work(actor: (typeof operators)[number]): Promise<void> {
  while (!ended) {
    try {
      const [order] = await query<{ id: string; status: string }>(
        `SELECT id, status FROM orders WHERE status IN ('pending_processing', 'payment_claimed', 'transfer_scheduled')
         ORDER BY random() LIMIT 1`,
      );
      if (order) await oneStep(order, actor);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

async function oneStep({ id, status }: { id: string; status: string }, actor: (typeof operators)[number]) {
  const chance = Math.random();
  if (status === 'transfer_scheduled') return finalizeOrder({ orderId: id, note: 'sent', actor });
  if (chance < 0.5) return scheduleTransfer({ orderId: id, sendAt: addMinutes(now(), 60), actor });
  if (chance < 0.8) return finalizeOrder({ orderId: id, actor });
  return cancelOrder({ orderId: id, reason: 'no money came', actor });
}
