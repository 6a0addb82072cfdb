import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentOffice } from '@/app/_i18n/office';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { officeWords } from '@/app/_theme/shell-props';
import { Markdown } from '@/components/site/markdown';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { toLocale } from '@/lib/i18n/locales';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.contacts');
  return pageMetadata({ title: t('title'), description: t('description'), path: '/contacts' });
}

/** How the office is reached, and its own words about it. */
export default async function ContactsPage() {
  const [t, office, { hours }] = await Promise.all([
    getTranslations('site.contacts'),
    currentOffice(),
    officeWords(),
  ]);
  const own = office.contactText[toLocale(await getLocale())].trim();
  return (
    <article className="grid gap-6">
      <h1>{t('title')}</h1>
      <div className="max-w-xl">
        <DescriptionList>
          <DescriptionItem term={t('email')}>
            <a className="link" href={`mailto:${office.contactEmail}`}>
              {office.contactEmail}
            </a>
          </DescriptionItem>
          <DescriptionItem term={t('hours')}>{hours}</DescriptionItem>
        </DescriptionList>
      </div>
      <Markdown text={own || t('default')} />
    </article>
  );
}
