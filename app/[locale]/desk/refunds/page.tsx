import { Undo2 } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { LiveRefresh } from '@/components/live/live-refresh';
import { PayoutFilters } from '@/components/payouts/payout-filters';
import { RefundTable } from '@/components/refunds/refund-table';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { toLocale } from '@/lib/i18n/locales';
import { readRefundFilter, refundHref, refundViews } from '@/lib/payments/refunds/refund-filter';
import { refundCounts, refundMethods, refundPage } from '@/lib/payments/refunds/refund-list';
import {
  approveAction,
  byHandAction,
  cancelAction,
  checkAction,
  markNotPaidAction,
  markPaidAction,
  retryAction,
  settleAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('refunds');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const actions = {
  approve: approveAction,
  cancel: cancelAction,
  settle: settleAction,
  byHand: byHandAction,
  retry: retryAction,
  check: checkAction,
  markPaid: markPaidAction,
  markNotPaid: markNotPaidAction,
};

/** Money that goes back to customers: what waits for a second person, for the customer, or for an operator's hand. */
export default async function RefundsPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const filter = readRefundFilter(asked);
  const after = typeof asked.after === 'string' ? asked.after : undefined;
  const version = await deskVersion();
  const [{ rows, next }, counts, methods, t, locale] = await Promise.all([
    refundPage({ actor, filter, after }),
    refundCounts(actor),
    refundMethods(actor),
    getTranslations('refunds'),
    getLocale(),
  ]);
  const narrowed = Boolean(filter.method || filter.since || filter.until || filter.q);
  const count = { ...counts, settled: undefined, all: undefined };
  return (
    <ClientMessages namespaces={['refunds', 'payouts', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid gap-4">
        <PageHead title={t('title')} lead={t('lead')} />
        <Tabs
          label={t('views.label')}
          tabs={refundViews.map((view) => ({
            href: refundHref({ ...filter, view }),
            label: t(`views.${view}`),
            count: count[view],
            current: filter.view === view,
          }))}
        />
        <PayoutFilters
          filter={filter}
          searchHint={t('searchHint')}
          methods={methods.map(({ id, titles }) => ({ id, title: titles[toLocale(locale)] }))}
        />
        <Card flush>
          {rows.length === 0 ? (
            <EmptyState icon={Undo2} title={narrowed ? t('noneFound') : t(`empty.${filter.view}`)}>
              {narrowed ? t('noneFoundText') : t('emptyText')}
            </EmptyState>
          ) : (
            <RefundTable rows={rows} actions={hasRole(actor, ...stepRoles) ? actions : null} />
          )}
        </Card>
        <Pagination nextHref={next ? refundHref(filter, next) : undefined} />
      </div>
    </ClientMessages>
  );
}
