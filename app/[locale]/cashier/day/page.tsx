import { CalendarDays, Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { PageQuery } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { DayFilters } from '@/components/cashier/day-filters';
import { DayLines } from '@/components/cashier/day-lines';
import { DayTotals } from '@/components/cashier/day-totals';
import { DrawerList } from '@/components/cashier/drawer-list';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { drawerBalances } from '@/lib/cashier/shift-queries';
import { type TillFilter, tillDay, tillTotals } from '@/lib/cashier/till-day';
import { readTillFilter } from '@/lib/cashier/till-day-filter';
import { tillVersion } from '@/lib/cashier/till-version';
import { reverseAction } from '../actions';
import { TillOff } from '../till-off';
import { tillVisitor } from '../till-visitor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.day');
  return pageMetadata({ title: t('title') });
}

/** A day's operations with their totals: a cashier's own, or everybody's for a senior one and admins. */
export default async function DayPage({ searchParams }: { searchParams: PageQuery }) {
  const visitor = await tillVisitor();
  const { actor, cashier, mayApprove } = visitor;
  if (!cashier && !mayApprove) return <TillOff visitor={visitor} />;
  const filter = readTillFilter(await searchParams);
  const version = await tillVersion(actor);
  const [day, totals, drawers, t, format, locale] = await Promise.all([
    tillDay(actor, filter),
    tillTotals(actor, filter),
    drawerBalances(actor),
    getTranslations('till.day'),
    getFormatter(),
    getLocale(),
  ]);
  const { day: _day, ...narrowing } = filter;
  const narrowed = Object.keys(narrowing).length > 0;
  const date = format.dateTime(new Date(`${day.day}T12:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' });
  const csv = new URLSearchParams({ ...filter, day: day.day, locale });
  return (
    <ClientMessages namespaces={['till']}>
      <LiveRefresh url="/api/live/till" version={version} />
      <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-5">
        <PageHead
          title={t('title')}
          lead={t(mayApprove ? 'lead' : 'leadOwn', { day: date })}
          action={
            <a href={`/api/till/day?${csv}`} className={buttonClass()} download>
              <Download aria-hidden="true" className="size-4" />
              {t('csv')}
            </a>
          }
        />
        <DayFilters
          filter={{ ...filter, day: day.day }}
          assets={assetsOf(
            filter,
            totals.flow.map(({ asset }) => asset),
            cashier?.assets,
          )}
          cashiers={mayApprove ? cashiersOf(filter, day.lines, drawers) : []}
        />
        {totals.waiting > 0 && <Alert tone="warning">{t('waiting', { count: totals.waiting })}</Alert>}
        {(totals.totals.length > 0 || drawers.length > 0) && (
          <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <DayTotals totals={totals} />
            {drawers.length > 0 && <DrawerList drawers={drawers} named={mayApprove} />}
          </div>
        )}
        <Card title={t('lines')} flush>
          {day.lines.length === 0 ? (
            <EmptyState icon={CalendarDays} title={t(narrowed ? 'noneFound' : 'emptyTitle')}>
              {t(narrowed ? 'noneFoundText' : 'emptyText')}
            </EmptyState>
          ) : (
            <DayLines lines={day.lines} named={mayApprove} reverse={reverseAction} />
          )}
        </Card>
        {day.more && <p className="text-sm text-muted">{t('more')}</p>}
      </div>
    </ClientMessages>
  );
}

/** What the list may be narrowed to: the reader's assets, whatever moved that day, and what is asked for now. */
function assetsOf(filter: TillFilter, moved: string[], own: { asset: string }[] = []): string[] {
  const asked = filter.asset ? [filter.asset] : [];
  return [...new Set([...own.map(({ asset }) => asset), ...moved, ...asked])].sort();
}

type Named = { cashier: { id: string; name: string } };

function cashiersOf(filter: TillFilter, ...lists: Named[][]): { id: string; name: string }[] {
  const known = new Map(lists.flat().map(({ cashier }) => [cashier.id, cashier.name]));
  if (filter.cashierId && !known.has(filter.cashierId)) known.set(filter.cashierId, filter.cashierId);
  return [...known].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
