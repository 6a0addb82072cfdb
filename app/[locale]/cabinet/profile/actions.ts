'use server';

import { refresh } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { typedValues } from '@/app/_auth/typed-values';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { updateProfile } from '@/lib/auth/profile';

export async function saveProfile(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { name = '', phone = '', locale = '' } = formValues(form);
    await updateProfile({ name, phone, locale, actor: await currentActor() });
    refresh();
    return null;
  }, typedValues(form));
}
