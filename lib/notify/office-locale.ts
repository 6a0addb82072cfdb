import { env } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';

/** The language of letters to the office itself. */
export function officeLocale(): Locale {
  return env().ADMIN_LOCALE;
}
