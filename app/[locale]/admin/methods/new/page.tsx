import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { MethodForm } from '@/components/admin/methods/method-form';
import { PageHead } from '@/components/admin/page-head';
import { ClientMessages } from '@/components/ui/client-messages';
import { loadMethodTemplate, methodTemplates } from '@/lib/catalog/method-templates';
import { listAssets } from '@/lib/catalog/queries';
import { connectionChoices } from '@/lib/payments/connections/method-choices';
import { coinNetworkChoices } from '@/lib/requisites/coin-networks';
import { saveMethodAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.methods');
  return pageMetadata({ title: t('new') });
}

/** Makes a method, from nothing or from a ready-made one (`?template=`). */
export default async function NewMethodPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole('admin');
  const code = await queryText(searchParams, 'template');
  const template = code ? await orNotFound(loadMethodTemplate(actor, code)) : undefined;
  const [assets, connections, t, names] = await Promise.all([
    listAssets(actor),
    connectionChoices(actor, null),
    getTranslations('admin.methods'),
    getTranslations('admin.templates'),
  ]);
  return (
    <div className="grid gap-5">
      <PageHead
        title={t('new')}
        action={
          <Link href="/admin/methods" className="link text-sm">
            {t('back')}
          </Link>
        }
      />
      {!template && (
        <p className="text-sm">
          {t('templates')}{' '}
          {methodTemplates.map((name) => (
            <Link key={name} href={`/admin/methods/new?template=${name}`} className="link">
              {names(`${name}.title`)}
            </Link>
          ))}
        </p>
      )}
      <ClientMessages namespaces={['admin']}>
        <MethodForm
          action={saveMethodAction}
          assets={assets.map(({ code }) => code)}
          networks={coinNetworkChoices()}
          connections={connections}
          template={template}
          key={code}
        />
      </ClientMessages>
    </div>
  );
}
