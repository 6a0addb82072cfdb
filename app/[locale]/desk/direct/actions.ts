'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { refuseDirectPayment } from '@/lib/payments/direct/refuse-direct-payment';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

/** The tick, with the amount that has really come. */
export async function confirmAction(_previous: Previous, form: FormData): Answer {
  const values = formValues(form);
  const actor = await currentActor();
  const { paymentId = '', amount = '' } = values;
  const afterCross = values.afterCross === 'on' ? 'on' : undefined;
  return drawAnew(
    await runAction(async () => {
      await confirmDirectPayment({ actor, paymentId, amount, afterCross });
      return null;
    }, values),
  );
}

/** The cross, with the reason that the customer is told. */
export async function refuseAction(_previous: Previous, form: FormData): Answer {
  const values = formValues(form);
  const actor = await currentActor();
  const { paymentId = '', reason = '' } = values;
  return drawAnew(
    await runAction(async () => {
      await refuseDirectPayment({ actor, paymentId, reason });
      return null;
    }, values),
  );
}

function drawAnew(result: ActionResult<null>): ActionResult<null> {
  if (result.ok) revalidatePath('/[locale]/desk/direct', 'page');
  return result;
}
