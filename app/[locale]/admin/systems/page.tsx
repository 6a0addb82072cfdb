import { Plug } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ConnectionTable } from '@/components/admin/systems/connection-table';
import { SystemList } from '@/components/admin/systems/system-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { listConnectable, listConnections } from '@/lib/payments/connections/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return pageMetadata({ title: t('title') });
}

/** The office's accounts with payment systems, and the systems that can be connected. */
export default async function SystemsPage() {
  const actor = await requirePageRole('admin');
  const [connections, t] = await Promise.all([listConnections(actor), getTranslations('systems')]);
  const systems = listConnectable(actor);
  const playable = systems.some(({ standing }) => standing === 'simulator');
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <Card title={t('connections')} flush>
        {connections.length === 0 ? (
          <EmptyState icon={Plug} title={t('empty')}>
            {t(playable ? 'emptyText' : 'emptyTextPlain')}
          </EmptyState>
        ) : (
          <ConnectionTable connections={connections} />
        )}
      </Card>
      <Card title={t('offered')} flush>
        <SystemList systems={systems} />
      </Card>
    </div>
  );
}
