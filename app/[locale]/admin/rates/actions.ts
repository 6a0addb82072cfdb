'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { deleteMarketRate, saveMarketRate } from '@/lib/catalog/save-market-rate';

export async function saveRateAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return change(form, saveMarketRate);
}

export async function deleteRateAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(form, deleteMarketRate);
}

async function change(form: FormData, command: typeof saveMarketRate): Promise<ActionResult> {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command({ actor, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/admin/rates', 'page');
  return result;
}
