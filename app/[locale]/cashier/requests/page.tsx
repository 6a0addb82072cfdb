import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { RequestCard } from '@/components/cashier/request-card';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { tillVersion } from '@/lib/cashier/till-version';
import { waitingRequests } from '@/lib/wallet/top-up/waiting-requests';
import { TillOff } from '../till-off';
import { tillVisitor } from '../till-visitor';
import { declineRequestAction, takeAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.requests');
  return pageMetadata({ title: t('title') });
}

/** What customers announced beforehand, what waits the longest first. */
export default async function RequestsPage() {
  const visitor = await tillVisitor();
  const { actor, cashier } = visitor;
  if (!cashier) return <TillOff visitor={visitor} />;
  const version = await tillVersion(actor);
  const [requests, t] = await Promise.all([waitingRequests(actor), getTranslations('till.requests')]);
  return (
    <ClientMessages namespaces={['till', 'desk']}>
      <LiveRefresh url="/api/live/till" version={version} />
      <div className="mx-auto grid w-full max-w-2xl gap-5">
        <PageHead title={t('title')} lead={t('lead')} />
        {requests.length === 0 ? (
          <Card>
            <EmptyState icon={Inbox} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </Card>
        ) : (
          <ul className="grid gap-3">
            {requests.map((request) => (
              <li key={request.id}>
                <RequestCard
                  request={request}
                  readerId={actor.userId}
                  take={takeAction}
                  decline={declineRequestAction}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </ClientMessages>
  );
}
