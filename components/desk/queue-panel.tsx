import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { DeskChoices } from '@/lib/exchange/desk-choices';
import type { DeskCounts } from '@/lib/exchange/desk-counts';
import { type DeskFilter, type DeskFilterName, statusesShown } from '@/lib/exchange/desk-filter';
import type { DeskPage } from '@/lib/exchange/desk-list';
import type { EmptyOrdersAction } from './bulk-bar';
import { DeskKeys } from './desk-keys';
import { FilterChips } from './filter-chips';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';
import { SortSwitch } from './sort-switch';
import { StatusTabs } from './status-tabs';

type QueuePanelProps = {
  filter: DeskFilter;
  problems: DeskFilterName[];
  counts: DeskCounts;
  choices: DeskChoices;
  page: DeskPage;
  /** The list's address with its filters, and the same with the page. */
  listHref: string;
  pageHref: string;
  /** Where these orders are exported; absent for those who may not. */
  exportHref: string | undefined;
  after: string | undefined;
  openId: string | null;
  emptyOrders: EmptyOrdersAction;
};

/** Search, filters, counts and the rows. Everything but the rows' steps works without JavaScript. */
export function QueuePanel(props: QueuePanelProps) {
  const {
    filter,
    problems,
    counts,
    choices,
    page,
    listHref,
    pageHref,
    exportHref,
    after,
    openId,
    emptyOrders,
  } = props;
  const t = useTranslations('desk');
  const shown = statusesShown(filter);
  const join = listHref.includes('?') ? '&' : '?';
  return (
    <div className="grid min-w-0 gap-2">
      <QueueFilters filter={filter} choices={choices} />
      {problems.length > 0 && (
        <Alert tone="warning" title={t('filters.problemTitle')}>
          {t('filters.problem', { names: problems.map((name) => t(`filters.${name}`)).join(', ') })}
        </Alert>
      )}
      <FilterChips filter={filter} choices={choices} />
      <StatusTabs filter={filter} counts={counts} />
      <section className="overflow-hidden rounded-xl border border-border bg-surface shadow-surface">
        <div className="flex min-h-9 items-center justify-between gap-2 border-b border-separator px-3 text-xs text-muted">
          <h2 className="text-xs font-medium">{t('list.label')}</h2>
          <span className="flex items-center gap-2">
            <SortSwitch filter={filter} />
            {exportHref && (
              <Link
                href={exportHref}
                prefetch={false}
                className="flex min-h-8 items-center rounded px-2 hover:text-foreground"
              >
                {t('list.export')}
              </Link>
            )}
            <DeskKeys />
          </span>
        </div>
        {page.rows.length === 0 ? (
          <EmptyState icon={Inbox} title={t(shown[0] === 'waiting' ? 'list.emptyWaiting' : 'list.empty')}>
            {t(shown[0] === 'waiting' ? 'list.emptyWaitingText' : 'list.emptyText')}
          </EmptyState>
        ) : (
          <QueueList
            rows={page.rows}
            listHref={pageHref}
            openId={openId}
            showStatus={shown.length > 1 || ['waiting', 'open', 'all'].includes(shown[0] ?? '')}
            emptyOrders={emptyOrders}
          />
        )}
      </section>
      <Pagination
        {...(after && { previousHref: listHref })}
        {...(page.next && { nextHref: `${listHref}${join}after=${page.next}` })}
      />
    </div>
  );
}
