'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { saveWalletSettings } from '@/lib/wallet/save-wallet-settings';

export async function saveSettingsAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const input = formValues(form);
  const uses = formOf(form)
    .getAll('uses')
    .filter((use) => typeof use === 'string');
  const actor = await currentActor();
  const result = await runAction(async () => {
    await saveWalletSettings({ actor, input: { ...input, uses } });
    return null;
  }, input);
  // The name and the balance stand in the top menu of every page.
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function saveAssetAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { assetCode = '', ...input } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(
    async () => {
      await saveWalletAsset({ actor, assetCode, input });
      return null;
    },
    { assetCode, ...input },
  );
  if (result.ok) revalidatePath('/[locale]/admin/wallet', 'page');
  return result;
}
