import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ButtonLink } from '@/components/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments.back');
  return pageMetadata({ title: t('title') });
}

/** For payers who come back by a browser that does not know their order. */
export default async function CameBackPage() {
  const t = await getTranslations('payments.back');
  return (
    <div className="grid max-w-2xl gap-4">
      <h1>{t('title')}</h1>
      <p className="text-base">{t('text')}</p>
      <div>
        <ButtonLink href="/" variant="secondary">
          {t('home')}
        </ButtonLink>
      </div>
    </div>
  );
}
