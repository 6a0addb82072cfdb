import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { locales } from '@/lib/i18n/locales';
import { getPathname } from './navigation';

type PageWords = {
  /** Already in the reader's language. */
  title: string;
  description?: string;
  /** Path without the language; given only for public pages, which search engines may read in each language. */
  path?: string;
};

/**
 * Metadata of one page: `export const generateMetadata = async () => pageMetadata({ title: t('title') })`.
 * A page without `path` is personal and asks not to be indexed.
 */
export async function pageMetadata({ title, description, path }: PageWords): Promise<Metadata> {
  const t = await getTranslations('common');
  const locale = await getLocale();
  const metadata: Metadata = { title: `${title} · ${t('brand')}`, description };
  if (path === undefined) return { ...metadata, robots: { index: false, follow: false } };
  const languages = Object.fromEntries(
    locales.map((language) => [language, getPathname({ href: path, locale: language })]),
  );
  return { ...metadata, alternates: { canonical: getPathname({ href: path, locale }), languages } };
}
