'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { changeReserve } from '@/lib/catalog/change-reserve';

/** Posts a change of a reserve with its reason. The form's key makes a second press harmless. */
export async function changeReserveAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await changeReserve({ actor, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/admin/reserves', 'page');
  return result;
}
