import { HandCoins } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { DirectFilters } from '@/components/direct/direct-filters';
import { DirectTable } from '@/components/direct/direct-table';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { toLocale } from '@/lib/i18n/locales';
import {
  type DirectFilter,
  directCounts,
  directPage,
  directViews,
  readDirectFilter,
} from '@/lib/payments/direct/direct-list';
import { directMethods } from '@/lib/payments/statements/statement-queries';
import { confirmAction, refuseAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('direct');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Money that customers say they have paid to the office's own details: a tick or a cross for each. */
export default async function DirectPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const filter = readDirectFilter(asked);
  const after = typeof asked.after === 'string' ? asked.after : undefined;
  const version = await deskVersion();
  const [{ rows, next }, counts, methods, t, locale] = await Promise.all([
    directPage({ actor, filter, after }),
    directCounts(actor),
    directMethods(actor),
    getTranslations('direct'),
    getLocale(),
  ]);
  const narrowed = Boolean(filter.method || filter.since || filter.until || filter.q);
  const count = { ...counts, paid: undefined, refused: undefined, canceled: undefined, all: undefined };
  return (
    <ClientMessages namespaces={['direct', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid gap-4">
        <PageHead title={t('title')} lead={t('lead')} />
        <Tabs
          label={t('views.label')}
          tabs={directViews.map((view) => ({
            href: hrefOf({ ...filter, view }),
            label: t(`views.${view}`),
            count: count[view],
            current: filter.view === view,
          }))}
        />
        <DirectFilters
          filter={filter}
          methods={methods.map(({ id, titles }) => ({ id, title: titles[toLocale(locale)] }))}
        />
        <Card flush>
          {rows.length === 0 ? (
            <EmptyState icon={HandCoins} title={narrowed ? t('noneFound') : t(`empty.${filter.view}`)}>
              {narrowed ? t('noneFoundText') : t('emptyText')}
            </EmptyState>
          ) : (
            <DirectTable
              rows={rows}
              mayAct={hasRole(actor, ...stepRoles)}
              confirm={confirmAction}
              refuse={refuseAction}
            />
          )}
        </Card>
        <Pagination nextHref={next ? hrefOf(filter, next) : undefined} />
      </div>
    </ClientMessages>
  );
}

function hrefOf(filter: DirectFilter, after?: string): string {
  const params = new URLSearchParams({ ...filter, ...(after && { after }) });
  return `/desk/direct?${params}`;
}
