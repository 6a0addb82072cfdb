import { UserCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ApprovalCard } from '@/components/cashier/approval-card';
import { CollectedCard } from '@/components/cashier/collected-card';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { tillVersion } from '@/lib/cashier/till-version';
import { waitingApprovals } from '@/lib/cashier/waiting-approvals';
import { waitingCollections } from '@/lib/cashier/waiting-collections';
import { tillVisitor } from '../till-visitor';
import { approveAction, collectedAction, declineAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.approvals');
  return pageMetadata({ title: t('title') });
}

/** What waits for a second person, with everything there is to know about each; cash on the way first, it is counted at once. Senior cashiers and admins. */
export default async function ApprovalsPage() {
  const { actor, mayApprove } = await tillVisitor();
  if (!mayApprove) notFound();
  const version = await tillVersion(actor);
  const [waiting, collections, t] = await Promise.all([
    waitingApprovals(actor),
    waitingCollections(actor),
    getTranslations('till.approvals'),
  ]);
  return (
    <ClientMessages namespaces={['till', 'desk']}>
      <LiveRefresh url="/api/live/till" version={version} />
      <div className="mx-auto grid w-full max-w-2xl gap-5">
        <PageHead title={t('title')} lead={t('lead')} />
        {waiting.length + collections.length === 0 && (
          <Card>
            <EmptyState icon={UserCheck} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </Card>
        )}
        {collections.map((collected) => (
          <CollectedCard key={collected.id} collected={collected} decide={collectedAction} />
        ))}
        {waiting.map((operation) => (
          <ApprovalCard
            key={operation.id}
            operation={operation}
            approve={approveAction}
            decline={declineAction}
          />
        ))}
      </div>
    </ClientMessages>
  );
}
