import { Wallet } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import type { PageQuery } from '@/app/_auth/page-query';
import { currentOffice } from '@/app/_i18n/office';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { HistoryFilters } from '@/components/wallet/history-filters';
import { HistoryTable } from '@/components/wallet/history-table';
import { StatementForm } from '@/components/wallet/statement-form';
import { WalletOff } from '@/components/wallet/wallet-off';
import { WalletRefresh } from '@/components/wallet/wallet-refresh';
import { now } from '@/lib/clock';
import { historyParams, readHistoryFilter } from '@/lib/wallet/history-filter';
import { methodTitlesOf } from '@/lib/wallet/method-titles';
import { subjectHref } from '@/lib/wallet/subject-href';
import { walletHistory, walletView } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';

const path = '/cabinet/wallet/history';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet.history');
  return pageMetadata({ title: t('title') });
}

/** Every line of one's own wallet, by filters that stand in the address, and the statement as a file. */
export default async function WalletHistoryPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  if (!(await walletSettings()).on) return <WalletOff />;
  const asked = await searchParams;
  const filter = readHistoryFilter(asked);
  const before = typeof asked.before === 'string' ? asked.before : undefined;
  const t = await getTranslations('wallet.history');
  const [office, { lines, next }, { balances }] = await Promise.all([
    currentOffice(),
    walletHistory(actor, filter, before),
    walletView(actor),
  ]);
  const isFiltered = historyParams(filter).size > 0;
  return (
    <div className="grid grid-cols-1 gap-5">
      {!before && <WalletRefresh />}
      <h1>{t('title')}</h1>
      <HistoryFilters filter={filter} assets={balances.map(({ asset }) => asset)} />
      <Card flush>
        {lines.length > 0 ? (
          <HistoryTable
            lines={lines.map((line) => ({ ...line, href: subjectHref(line.subject) }))}
            titles={await methodTitlesOf(lines)}
          />
        ) : isFiltered || before ? (
          <EmptyState
            icon={Wallet}
            title={t('noneTitle')}
            action={<ButtonLink href={path}>{t('filters.clear')}</ButtonLink>}
          >
            {t('noneText')}
          </EmptyState>
        ) : (
          <EmptyState icon={Wallet} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        )}
      </Card>
      <Pagination
        {...(before && { previousHref: `${path}?${historyParams(filter)}` })}
        {...(next && { nextHref: `${path}?${historyParams(filter, next)}` })}
      />
      <StatementForm
        assets={balances.map(({ asset }) => asset)}
        chosen={filter}
        period={thisMonth(office.timeZone)}
        problem={typeof asked.problem === 'string' ? asked.problem : ''}
        errorId={typeof asked.errorId === 'string' ? asked.errorId : ''}
      />
    </div>
  );
}

/** From the first of the month to today, by the office's calendar. */
function thisMonth(timeZone: string): { from: string; to: string } {
  const to = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now());
  return { from: `${to.slice(0, 8)}01`, to };
}
