'use server';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { typedValues } from '@/app/_auth/typed-values';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { signUp as makeAccount } from '@/lib/auth/sign-up';

export async function signUp(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { email = '', name = '', password = '' } = formValues(form);
    const locale = await getLocale();
    await makeAccount({ email, name, password, locale, ip: clientIp(await headers()) });
    return redirect({ href: '/sign-up?sent=1', locale });
  }, typedValues(form));
}
