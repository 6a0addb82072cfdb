'use server';

import { redirect as redirectTo } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { enter, homeOf } from '@/app/_auth/enter';
import { ownPath } from '@/app/_auth/own-path';
import { typedValues } from '@/app/_auth/typed-values';
import { getPathname } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';

export async function signIn(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { email = '', password = '', next } = formValues(form);
    const actor = await enter({ email, password });
    const locale = await getLocale();
    return redirectTo(ownPath(next) ?? getPathname({ href: homeOf(actor), locale }));
  }, typedValues(form));
}
