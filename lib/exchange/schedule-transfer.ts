import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { confirmByHand } from '@/lib/exchange/confirm-by-hand';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { receiptTransfer } from '@/lib/exchange/order-ledger';
import { receiptRate } from '@/lib/exchange/receipt-rate';
import { post } from '@/lib/ledger/post';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

/** Nobody is asked to wait longer than that. */
const latestDays = 30;

export const scheduleTransferInput = z.object({
  orderId: z.string(),
  /** When the money will be sent. */
  sendAt: z.date({ error: 'fields.required' }),
  /** Told to the customer. */
  text: optionalLongText(2000),
});

/**
 * Step 1 of the operator: the money has come, the customer is told when his will be sent. Posts the receipt where that
 * was not done before, letter U2.
 *
 * Throws `invalid_input` for a date that is past or too far, `not_found`, `order_moved`, `order_held`,
 * `move_not_allowed`.
 */
export async function scheduleTransfer({
  actor,
  ...input
}: z.input<typeof scheduleTransferInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, sendAt, text } = parseInput(scheduleTransferInput, input);
  assertDate(sendAt);
  const order = await deskOrder(orderId);
  const patch = {
    scheduledFor: sendAt,
    // Until then nobody waits, from then on he waits since then.
    waitingSince: sendAt,
    scheduledText: text || null,
    ...(order.receivedUnits === 0n && {
      receivedAt: now(),
      receivedUnits: order.giveUnits,
      receiptMarketRate: await receiptRate(order.fromAsset, order.toAsset),
    }),
  };
  await inTransaction(async (tx) => {
    const receipt = await confirmByHand(tx, order, mover);
    const details = { sendAt: sendAt.toISOString() };
    const moved = await moveOrder(tx, { order, event: 'schedule', mover, patch, details });
    if (receipt) await post(tx, receiptTransfer(moved, receipt, ledgerActor(mover)));
  });
}

function assertDate(sendAt: Date): void {
  if (sendAt <= now()) fail('invalid_input', { fields: { sendAt: { key: 'dateInPast' } } });
  if (sendAt > addMinutes(now(), latestDays * 24 * 60))
    fail('invalid_input', {
      fields: { sendAt: { key: 'dateTooFar', params: { days: String(latestDays) } } },
    });
}
