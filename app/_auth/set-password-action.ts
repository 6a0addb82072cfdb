'use server';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { setPasswordByLink } from '@/lib/auth/set-password';
import { clientIp } from './client-ip';
import { typedValues } from './typed-values';

/** Of the two pages that a letter's link leads to; which of them it is stands in the form. */
export async function setPassword(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { token = '', password = '', passwordAgain = '', purpose } = formValues(form);
    await setPasswordByLink({
      purpose: purpose === 'set_password' ? 'set_password' : 'reset_password',
      token,
      password,
      passwordAgain,
      ip: clientIp(await headers()),
    });
    return redirect({ href: '/sign-in?done=password', locale: await getLocale() });
  }, typedValues(form));
}
