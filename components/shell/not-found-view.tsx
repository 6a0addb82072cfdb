import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

/** Nothing at this address, or nothing for this reader: which of the two is not told. */
export function NotFoundView() {
  const t = useTranslations('shell.notFound');
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-3 py-8">
      <p className="numeric text-sm text-muted">404</p>
      <h1>{t('title')}</h1>
      <p className="text-muted">{t('text')}</p>
      <ButtonLink href="/" variant="primary" className="mt-2">
        {t('action')}
      </ButtonLink>
    </div>
  );
}
