import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { MethodForm } from '@/components/admin/methods/method-form';
import { PageHead } from '@/components/admin/page-head';
import { ClientMessages } from '@/components/ui/client-messages';
import { listAssets } from '@/lib/catalog/queries';
import { connectionChoices } from '@/lib/payments/connections/method-choices';
import { coinNetworkChoices } from '@/lib/requisites/coin-networks';
import { saveMethodAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.methods');
  return pageMetadata({ title: t('new') });
}

export default async function NewMethodPage() {
  const actor = await requirePageRole('admin');
  const [assets, connections, t] = await Promise.all([
    listAssets(actor),
    connectionChoices(actor, null),
    getTranslations('admin.methods'),
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
      <ClientMessages namespaces={['admin']}>
        <MethodForm
          action={saveMethodAction}
          assets={assets.map(({ code }) => code)}
          networks={coinNetworkChoices()}
          connections={connections}
        />
      </ClientMessages>
    </div>
  );
}
