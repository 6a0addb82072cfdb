import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';

/** When the office works and how it is reached. */
export function OfficeFacts({ hours, contactEmail }: { hours: string; contactEmail: string }) {
  const t = useTranslations('site.office');
  return (
    <dl className="grid gap-3 border-t border-border pt-5 text-sm">
      <div className="grid gap-0.5">
        <dt className="text-muted">{t('hours')}</dt>
        <dd>{hours}</dd>
      </div>
      <div className="grid gap-0.5">
        <dt className="text-muted">{t('contact')}</dt>
        <dd className="flex flex-wrap gap-x-4">
          <a className="link" href={`mailto:${contactEmail}`}>
            {contactEmail}
          </a>
          <Link className="link" href="/rules">
            {t('rules')}
          </Link>
        </dd>
      </div>
    </dl>
  );
}
