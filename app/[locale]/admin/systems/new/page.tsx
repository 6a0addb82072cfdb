import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ConnectionForm } from '@/components/admin/systems/connection-form';
import { SystemAbilities } from '@/components/admin/systems/system-abilities';
import { toLocale } from '@/lib/i18n/locales';
import { loadConnectable } from '@/lib/payments/connections/queries';
import { saveConnectionAction } from '../actions';

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, system] = await Promise.all([getTranslations('systems'), queryText(searchParams, 'system')]);
  return pageMetadata({ title: t('new', { system }) });
}

/** Connects one payment system. */
export default async function NewConnectionPage({ searchParams }: Props) {
  const actor = await requirePageRole('admin');
  const code = await queryText(searchParams, 'system');
  const [system, t] = await Promise.all([
    orNotFound(loadConnectable(actor, code)),
    getTranslations('systems'),
  ]);
  const locale = toLocale(await getLocale());
  return (
    <div className="grid gap-5">
      <PageHead
        title={t('new', { system: system.titles[locale] })}
        lead={<SystemAbilities can={system.abilities} />}
        action={
          <Link href="/admin/systems" className="link text-sm">
            {t('back')}
          </Link>
        }
      />
      <ConnectionForm action={saveConnectionAction} system={system} fields={system.fields} />
    </div>
  );
}
