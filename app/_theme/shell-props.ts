import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentOffice } from '@/app/_i18n/office';
import { officeHours } from '@/components/shell/office-hours';
import { toLocale } from '@/lib/i18n/locales';
import { type Theme, themeCookie, toTheme } from './theme';

/** The look that this reader chose. */
export async function currentTheme(): Promise<Theme> {
  return toTheme((await cookies()).get(themeCookie)?.value);
}

/** What the shells say of the office. */
export async function officeWords(): Promise<{ officeName: string; contactEmail: string; hours: string }> {
  const [office, t, locale] = await Promise.all([
    currentOffice(),
    getTranslations('shell.hours'),
    getLocale(),
  ]);
  return {
    officeName: office.officeName,
    contactEmail: office.contactEmail,
    hours: officeHours(office, toLocale(locale), t),
  };
}
