'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { saveSettings } from '@/lib/save-settings';

export async function saveSettingsAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const input = formValues(form);
  const workDays = formOf(form)
    .getAll('workDays')
    .filter((day) => typeof day === 'string');
  const actor = await currentActor();
  const result = await runAction(async () => {
    await saveSettings({ actor, input: { ...input, workDays } });
    return null;
  }, input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
