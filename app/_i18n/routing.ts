import { defineRouting } from 'next-intl/routing';
import { defaultLocale, locales } from '@/lib/i18n/locales';

/** The language always stands in the address: `/en/…`, `/ru/…`. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'always',
  localeCookie: { name: 'kantor-locale', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' },
  // The header would repeat whatever host the request claims; pages say it in their metadata instead.
  alternateLinks: false,
});
