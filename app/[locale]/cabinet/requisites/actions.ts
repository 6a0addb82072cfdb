'use server';

import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { typedValues } from '@/app/_auth/typed-values';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { deleteRequisites, saveRequisites } from '@/lib/auth/save-requisites';

const prefix = 'values.';

export async function save(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const typed = formValues(form);
    const values = Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    );
    await saveRequisites({
      methodCode: typed.methodCode ?? '',
      label: typed.label ?? '',
      values: Object.fromEntries(values),
      actor: await currentActor(),
    });
    return redirect({ href: '/cabinet/requisites?done=1', locale: await getLocale() });
  }, typedValues(form));
}

export async function remove(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    await deleteRequisites({ id: formValues(form).id ?? '', actor: await currentActor() });
    return redirect({ href: '/cabinet/requisites?done=deleted', locale: await getLocale() });
  });
}
