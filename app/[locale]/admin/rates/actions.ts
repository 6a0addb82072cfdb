'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { deleteMarketRate, saveMarketRate } from '@/lib/catalog/save-market-rate';

/** The same price sent again after the question about it is the answer to it. */
export async function saveRateAction(previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const asked = previous?.ok === false && previous.fields?.price?.key === 'rateJump' ? previous.values : null;
  const confirmed = asked?.price === form.get('price');
  return change(form, (rate) => saveMarketRate({ ...rate, confirmed }));
}

export async function deleteRateAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(form, deleteMarketRate);
}

async function change(form: FormData, command: typeof deleteMarketRate): Promise<ActionResult> {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command({ actor, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/admin/rates', 'page');
  return result;
}
