'use server';

import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { saveDirection } from '@/lib/catalog/save-direction';
import { switchDirection } from '@/lib/catalog/switch-direction';

/** Makes a direction (then goes to its page) or changes it. */
export async function saveDirectionAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { isNew, fromCode = '', toCode = '', ...input } = formValues(form);
  const actor = await currentActor();
  const tags = formOf(form)
    .getAll('tags')
    .filter((tag) => typeof tag === 'string');
  const result = await runAction(
    async () => {
      await saveDirection({ actor, isNew: isNew === 'yes', fromCode, toCode, input: { ...input, tags } });
      return null;
    },
    { ...input, fromCode, toCode },
  );
  if (!result.ok) return inWords(result);
  if (isNew === 'yes')
    redirect({ href: `/admin/directions/${fromCode}-${toCode}`, locale: await getLocale() });
  revalidatePath('/[locale]/admin/directions', 'layout');
  return result;
}

/** Names the possible types as the form does. */
async function inWords<T extends Extract<ActionResult, { ok: false }>>(result: T): Promise<T> {
  const problem = result.fields?.type;
  if (!problem?.params?.types) return result;
  const t = await getTranslations('admin.types');
  const types = problem.params.types.split(', ').map((type) => (t.has(type) ? t(type) : type));
  return {
    ...result,
    fields: { ...result.fields, type: { ...problem, params: { types: types.join(', ') } } },
  };
}

export async function switchDirectionAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { directionId, enabled } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await switchDirection({ actor, input: { directionId, enabled: enabled === 'yes' } });
    return null;
  });
  if (result.ok) revalidatePath('/[locale]/admin/directions', 'layout');
  return result;
}
