'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { saveLogo } from '@/lib/catalog/save-logo';
import { saveMethod } from '@/lib/catalog/save-method';
import { saveOfficeRequisites } from '@/lib/catalog/save-office-requisites';

/** Makes a method (then goes to its page) or changes it. */
export async function saveMethodAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { methodId, ...input } = formValues(form);
  const uses = formOf(form)
    .getAll('uses')
    .filter((use) => typeof use === 'string');
  const actor = await currentActor();
  const result = await runAction(
    () => saveMethod({ actor, methodId: methodId ?? null, input: { ...input, uses } }),
    input,
  );
  if (!result.ok) return result;
  if (!methodId) redirect({ href: `/admin/methods/${result.value}?done=created`, locale: await getLocale() });
  revalidatePath('/[locale]/admin/methods', 'layout');
  return { ok: true, value: null };
}

export async function saveLogoAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { methodCode = '' } = formValues(form);
  const upload = formOf(form).get('logo');
  const actor = await currentActor();
  const result = await runAction(async () => {
    const file =
      upload instanceof File
        ? { bytes: new Uint8Array(await upload.arrayBuffer()), name: upload.name }
        : null;
    await saveLogo({ actor, methodCode, file });
    return null;
  });
  if (result.ok) revalidatePath('/[locale]/admin/methods', 'layout');
  return result;
}

export async function saveRequisitesAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { methodCode = '', requisitesId, ...input } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await saveOfficeRequisites({ actor, methodCode, requisitesId: requisitesId ?? null, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/admin/methods', 'layout');
  return result;
}
