import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { DirectionForm } from '@/components/admin/direction-form';
import { PageHead } from '@/components/admin/page-head';
import { loadDirection } from '@/lib/catalog/queries';
import { directionTags } from '@/lib/catalog/save-direction';
import { saveDirectionAction } from '../actions';

type Props = { params: Promise<{ pair: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageMetadata({ title: (await params).pair });
}

/** One direction's settings. */
export default async function DirectionPage({ params }: Props) {
  const actor = await requirePageRole('admin');
  const [fromCode = '', toCode = ''] = (await params).pair.split('-');
  const [direction, t] = await Promise.all([
    orNotFound(loadDirection(actor, fromCode, toCode)),
    getTranslations('admin.directions'),
  ]);
  return (
    <div className="grid gap-5">
      <PageHead
        title={`${fromCode} → ${toCode}`}
        action={<Link href={`/exchange/${fromCode}-${toCode}`}>{t('seePage')}</Link>}
      />
      <DirectionForm action={saveDirectionAction} methods={[]} tags={directionTags} direction={direction} />
    </div>
  );
}
