import { Undo2 } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { MoneyList } from '@/components/desk/money-list';
import { LiveRefresh } from '@/components/live/live-refresh';
import { RefundTable } from '@/components/refunds/refund-table';
import { ClientMessages } from '@/components/ui/client-messages';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { isNarrowed } from '@/lib/payments/list-filter';
import { readRefundFilter, refundViews } from '@/lib/payments/refunds/refund-filter';
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
  const [{ rows, next }, counts, methods, t] = await Promise.all([
    refundPage({ actor, filter, after }),
    refundCounts(actor),
    refundMethods(actor),
    getTranslations('refunds'),
  ]);
  const narrowed = isNarrowed(filter);
  const count = { ...counts, settled: undefined, all: undefined };
  return (
    <ClientMessages namespaces={['refunds', 'payouts', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid gap-4">
        <PageHead title={t('title')} lead={t('lead')} />
        <MoneyList
          path="/desk/refunds"
          filter={filter}
          label={t('views.label')}
          views={refundViews.map((view) => ({ view, title: t(`views.${view}`), count: count[view] }))}
          methods={methods}
          words="payouts"
          searchHint={t('searchHint')}
          empty={{
            icon: Undo2,
            title: narrowed ? t('noneFound') : t(`empty.${filter.view}`),
            text: narrowed ? t('noneFoundText') : t('emptyText'),
          }}
          next={next}
        >
          {rows.length > 0 && (
            <RefundTable rows={rows} actions={hasRole(actor, ...stepRoles) ? actions : null} />
          )}
        </MoneyList>
      </div>
    </ClientMessages>
  );
}
