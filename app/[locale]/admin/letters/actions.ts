'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
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
