import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { BrandMark } from '@/components/ui/brand-mark';

export type SiteFooterProps = {
  officeName: string;
  contactEmail: string;
  /** Working hours in words, already in the reader's language. */
  hours: string;
};

/** Foot of the storefront: who this is, when the office works, how to reach it, by which rules. */
export function SiteFooter({ officeName, contactEmail, hours }: SiteFooterProps) {
  const t = useTranslations('shell.footer');
  return (
    <footer data-shell className="mt-16 border-t border-border text-sm">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-12 gap-y-6 px-4 py-8 sm:px-6">
        <div className="flex items-start gap-2.5">
          <BrandMark size={20} className="shrink-0" />
          <p className="max-w-[44ch] text-muted">
            <span className="font-medium text-foreground">{officeName}</span>
            <br />
            {t('about')}
          </p>
        </div>
        <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1">
          <dt className="text-muted">{t('hours')}</dt>
          <dd>{hours}</dd>
          <dt className="text-muted">{t('contact')}</dt>
          <dd>
            <a className="link" href={`mailto:${contactEmail}`}>
              {contactEmail}
            </a>
          </dd>
        </dl>
        <ul className="flex gap-x-5">
          <li>
            <Link className="link" href="/tariffs">
              {t('tariffs')}
            </Link>
          </li>
          <li>
            <Link className="link" href="/rules">
              {t('rules')}
            </Link>
          </li>
          <li>
            <Link className="link" href="/contacts">
              {t('contacts')}
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
