'use server';

import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { enter } from '@/app/_auth/enter';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { confirmEmail } from '@/lib/auth/confirm-email';
import { peekToken } from '@/lib/auth/tokens';
import { fail } from '@/lib/errors';

export async function confirm(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { token = '', password } = formValues(form);
    const actor = password === undefined ? await currentActor() : await enterByToken(token, password);
    await confirmEmail({ token, actor });
    return redirect({ href: '/cabinet?done=confirmed', locale: await getLocale() });
  });
}

async function enterByToken(token: string, password: string) {
  const owner = await peekToken({ token, purpose: 'confirm_email' });
  if (!owner) fail('token_invalid');
  return (await enter({ email: owner.email, password })) ?? fail('not_signed_in');
}
