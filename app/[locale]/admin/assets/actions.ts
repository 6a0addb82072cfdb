'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { saveAsset } from '@/lib/catalog/save-asset';

/** Makes or changes an asset; `isNew` tells which. */
export async function saveAssetAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { isNew, ...input } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await saveAsset({ actor, isNew: isNew === 'yes', input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/admin', 'layout');
  return result;
}
