import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { DirectionForm } from '@/components/admin/direction-form';
import { PageHead } from '@/components/admin/page-head';
import { listMethods } from '@/lib/catalog/queries';
import { directionTags } from '@/lib/catalog/save-direction';
import { toLocale } from '@/lib/i18n/locales';
import { saveDirectionAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.directions');
  return pageMetadata({ title: t('new') });
}

export default async function NewDirectionPage() {
  const actor = await requirePageRole('admin');
  const [methods, t] = await Promise.all([listMethods(actor), getTranslations('admin.directions')]);
  const locale = toLocale(await getLocale());
  return (
    <div className="grid gap-5">
      <PageHead title={t('new')} />
      <DirectionForm
        action={saveDirectionAction}
        methods={methods.map(({ code, titles, payOutTitles }) => ({
          code,
          title: titles[locale],
          paysOut: payOutTitles !== null,
        }))}
        tags={directionTags}
      />
    </div>
  );
}
