'use client';

import { useTranslations } from 'next-intl';
import { BrandMark } from '@/components/ui/brand-mark';
import { Button } from '@/components/ui/button';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed. Says the id under which the log knows it, never the error's own words. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('errors.page');
  return (
    <main id="main" className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16">
      <BrandMark size={32} />
      <h1>{t('title')}</h1>
      <p className="text-muted">{t('text')}</p>
      {error.digest && (
        <p className="text-sm">
          {t('id')} <code className="numeric font-semibold select-all">{error.digest}</code>
        </p>
      )}
      <Button variant="primary" onClick={reset} className="mt-2">
        {t('again')}
      </Button>
    </main>
  );
}
