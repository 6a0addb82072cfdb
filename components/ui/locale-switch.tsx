'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Link, usePathname } from '@/app/_i18n/navigation';
import { locales } from '@/lib/i18n/locales';

/** The same page in the other language: path and query stay. Each language is named in itself. */
export function LocaleSwitch() {
  const t = useTranslations('common.languages');
  const current = useLocale();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  return (
    <ul aria-label={t('label')} className="inline-flex rounded-lg bg-default p-0.5 text-sm">
      {locales.map((locale) => (
        <li key={locale}>
          <Link
            href={query ? `${pathname}?${query}` : pathname}
            locale={locale}
            lang={locale}
            hrefLang={locale}
            prefetch={false}
            aria-label={t(locale)}
            aria-current={locale === current ? 'true' : undefined}
            className="grid h-11 min-w-11 place-items-center rounded-md px-2 text-xs font-semibold text-muted uppercase hover:text-foreground aria-[current=true]:bg-surface aria-[current=true]:text-foreground aria-[current=true]:shadow-surface md:h-8 md:min-w-9"
          >
            {locale}
          </Link>
        </li>
      ))}
    </ul>
  );
}
