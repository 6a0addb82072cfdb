'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { resendFailedLetters } from '@/lib/notify/resend-failed-letters';
import { resendLetter } from '@/lib/notify/resend-letter';

/** Sends one letter again. */
export async function resendLetterAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { letterId = '' } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await resendLetter({ letterId, actor });
    return null;
  });
  revalidatePath('/[locale]/admin/letters', 'layout');
  return result;
}

/** Sends every failed letter of the filter again. The value: how many are queued. */
export async function resendFailedAction(
  _previous: ActionResult<number> | null,
  form: FormData,
): Promise<ActionResult<number>> {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(() => resendFailedLetters({ actor, input }));
  revalidatePath('/[locale]/admin/letters', 'layout');
  return result;
}
