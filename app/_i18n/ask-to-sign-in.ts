import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { redirect } from './navigation';

/** Sends a guest to the sign-in page, which brings him back to where he wanted to go. */
export async function askToSignIn(): Promise<never> {
  const wanted = (await headers()).get('x-kantor-path');
  const query = wanted ? { next: wanted } : undefined;
  return redirect({ href: { pathname: '/sign-in', query }, locale: await getLocale() });
}
