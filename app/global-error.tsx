'use client';

import { fontClasses } from '@/app/fonts';
import { BrandMark } from '@/components/ui/brand-mark';
import { buttonClass } from '@/components/ui/button-class';
import { toLocale } from '@/lib/i18n/locales';
import en from '@/messages/en/crash.json';
import ru from '@/messages/ru/crash.json';
import './globals.css';

const texts = { en, ru };

type GlobalErrorProps = { error: Error & { digest?: string } };

/** The layout itself failed: nothing of it can be used, so the language is read from the address. */
export default function GlobalError({ error }: GlobalErrorProps) {
  const path = typeof window === 'undefined' ? '' : window.location.pathname;
  const locale = toLocale(path.split('/')[1]);
  const t = texts[locale];
  return (
    <html lang={locale} className={fontClasses}>
      <body>
        <title>{t.title}</title>
        <main className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16">
          <BrandMark size={32} />
          <h1>{t.title}</h1>
          <p className="text-muted">{t.text}</p>
          {error.digest && <p className="text-sm">{error.digest}</p>}
          <a href={path || '/'} className={buttonClass({ variant: 'primary' })}>
            {t.again}
          </a>
        </main>
      </body>
    </html>
  );
}
