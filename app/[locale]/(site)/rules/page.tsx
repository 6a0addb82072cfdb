import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentOffice } from '@/app/_i18n/office';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { Markdown } from '@/components/site/markdown';
import { toLocale } from '@/lib/i18n/locales';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.rules');
  return pageMetadata({ title: t('title'), description: t('description'), path: '/rules' });
}

/** The rules that a customer agrees to: the office's own text, or the default one. */
export default async function RulesPage() {
  const [t, office] = await Promise.all([getTranslations('site.rules'), currentOffice()]);
  const own = office.rulesText[toLocale(await getLocale())].trim();
  return (
    <article className="grid gap-6">
      <h1>{t('title')}</h1>
      <Markdown text={own || t('default', { office: office.officeName, email: office.contactEmail })} />
    </article>
  );
}
