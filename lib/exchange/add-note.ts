import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { newId } from '@/lib/ids';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';

export const addNoteInput = z.object({ orderId: z.string(), text: longText(2000) });

/** A note among staff, which no customer ever reads. Throws `invalid_input`, `not_found`. */
export async function addNote({
  actor,
  ...input
}: z.input<typeof addNoteInput> & { actor: Actor }): Promise<{ noteId: string }> {
  const author = operatorMover(actor);
  const { orderId, text } = parseInput(addNoteInput, input);
  const order = await deskOrder(orderId);
  const noteId = newId('not');
  await inTransaction(async (tx) => {
    await tx.query(
      `INSERT INTO order_notes (id, order_id, author_id, author_name, text, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [noteId, order.id, author.id, author.name, text, now()],
    );
    // Other operators' open pages compare the version.
    await tx.query('UPDATE orders SET version = version + 1 WHERE id = $1', [order.id]);
    tellAfterCommit(tx, `order:${order.id}`, 'desk');
  });
  return { noteId };
}
