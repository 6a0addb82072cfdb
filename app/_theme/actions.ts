'use server';

import { cookies } from 'next/headers';
import { formOf } from '@/lib/action';
import { themeCookie, toTheme } from './theme';

/** Remembers light, dark or system for a year. Without JavaScript the page comes back in the new look. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = toTheme(String(formOf(form).get('theme')));
  const jar = await cookies();
  if (theme === 'system') jar.delete(themeCookie);
  else jar.set(themeCookie, theme, { path: '/', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' });
}
