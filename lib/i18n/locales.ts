/** The languages Kantor speaks. The first is used when nothing is known of the reader. */
export const locales = ['en', 'ru'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

/** The given text if it names one of our languages, otherwise the default one. */
export function toLocale(text: string | null | undefined): Locale {
  return locales.find((locale) => locale === text) ?? defaultLocale;
}
