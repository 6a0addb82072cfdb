import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { routing } from '@/app/_i18n/routing';
import { themeCookie, toTheme } from '@/app/_theme/theme';
import { fontClasses } from '@/app/fonts';
import { Announcer } from '@/components/ui/announcer';
import { ClientMessages } from '@/components/ui/client-messages';
import { env } from '@/lib/env';
import '@/app/globals.css';

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { metadataBase: new URL(env().KANTOR_URL), title: t('brand'), applicationName: t('brand') };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1816' },
  ],
};

/** Language, look and what every page brings: the skip link and the place where passing messages are said. */
export default async function LocaleLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const t = await getTranslations('common');
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme} className={fontClasses}>
      <head>
        {/* Where the component library looks for the right to add its own style element. */}
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <a
          href="#main"
          className="button button--primary sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50"
        >
          {t('skipToContent')}
        </a>
        <ClientMessages>
          <Announcer>{children}</Announcer>
        </ClientMessages>
      </body>
    </html>
  );
}
