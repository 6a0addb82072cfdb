'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { bookPayment } from '@/lib/payments/book-payment';

/** Money that came, though what the system told of it does not fit: booked with the amount that really came. */
export async function bookAction(
  _previous: ActionResult<null> | null,
  form: FormData,
): Promise<ActionResult<null>> {
  const values = formValues(form);
  const { paymentId = '', amount = '', reference = '' } = values;
  const result = await runAction(async () => {
    await bookPayment({ actor: await currentActor(), paymentId, amount, reference });
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/desk/top-ups/[topUpId]', 'page');
  return result;
}
