import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { lockOrder } from '@/lib/exchange/lock-order';
import { moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { giveUpPayments, isAwaited, lockPayments, paymentsOfOrder } from '@/lib/exchange/open-payment';
import { deskOrder } from '@/lib/exchange/order-access';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { uniqueAmount } from '@/lib/payments/direct/unique-amount';
import { directSystem, expectPayment } from '@/lib/payments/expect-payment';

export const askRestInput = z.object({ orderId: z.string() });

/** How long the customer has for the rest; afterwards the operator decides again. */
const restMinutes = 24 * 60;

/**
 * Less came than agreed: the missing part is asked for, as one more payment of the same order, by the way the first one
 * came, and by an amount of its own where the method tells direct payments apart by that. Letter rest_asked; the order's page shows what is to be paid. When it comes the order goes on as agreed; when it
 * does not come in time, it may be asked for again.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `rest_asked_already`.
 */
export async function askRest({
  actor,
  ...input
}: z.input<typeof askRestInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId } = parseInput(askRestInput, input);
  const known = await deskOrder(orderId);
  await inTransaction(async (tx) => {
    await lockPayments(tx, orderId);
    // The move leaves status and exception as they are: only under the order's lock can it be asked for once, and only
    // what is read after that shows a payment that another operator has just asked for.
    const order = await lockOrder(tx, orderId);
    const payments = await paymentsOfOrder(tx, orderId);
    if (payments.some(isAwaited)) fail('rest_asked_already');
    // One that was asked for before, and whose time is over: its money would be late, and counts all the same.
    await giveUpPayments(tx, orderId);
    const last = payments.at(-1);
    const restUnits = order.giveUnits - order.receivedUnits;
    const [methodId, systemCode] = [order.fromMethodId, last?.systemCode ?? directSystem];
    const askedUnits =
      systemCode === directSystem ? await uniqueAmount(tx, { methodId, amountUnits: restUnits }) : restUnits;
    const expiresAt = addMinutes(now(), restMinutes);
    const moved = await moveOrder(tx, {
      order: {
        ...order,
        status: known.status,
        exception: known.exception,
        receivedUnits: known.receivedUnits,
      },
      event: 'ask_rest',
      mover,
      patch: { expiresAt },
      askedUnits,
      details: { rest: formatUnits(askedUnits, order.from.scale), asset: order.fromAsset },
    });
    await expectPayment(tx, {
      subjectKind: 'order',
      subjectId: moved.id,
      methodId,
      connectionId: last?.connectionId ?? null,
      systemCode,
      asset: moved.fromAsset,
      amountUnits: askedUnits,
      expiresAt,
      officeRequisitesId: last?.officeRequisitesId ?? null,
    });
  });
}
