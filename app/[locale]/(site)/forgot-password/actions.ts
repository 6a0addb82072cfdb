'use server';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { typedValues } from '@/app/_auth/typed-values';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { requestReset } from '@/lib/auth/request-reset';

export async function askForLink(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    await requestReset({ email: formValues(form).email ?? '', ip: clientIp(await headers()) });
    return redirect({ href: '/forgot-password?sent=1', locale: await getLocale() });
  }, typedValues(form));
}
