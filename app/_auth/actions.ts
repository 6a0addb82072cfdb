'use server';

import { getLocale } from 'next-intl/server';
import { redirect } from '@/app/_i18n/navigation';
import { signOut as endCookie } from './auth';

/** Ends the session and forgets its cookie; the button works without JavaScript too. */
export async function signOut(): Promise<void> {
  await endCookie({ redirect: false });
  redirect({ href: '/', locale: await getLocale() });
}
