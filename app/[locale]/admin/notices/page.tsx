import { BellRing } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { NoticeFilters } from '@/components/notice/notice-filters';
import { NoticeTable } from '@/components/notice/notice-table';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { noticedSystems, noticePage, noticeReaders } from '@/lib/payments/notice-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Everything that came to the callback addresses, newest first. */
export default async function NoticesPage({ searchParams }: Props) {
  const actor = await requirePageRole(...noticeReaders);
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name].trim().slice(0, 100) : '');
  const filter = {
    verdict: one('verdict'),
    system: one('system'),
    since: one('since'),
    until: one('until'),
  };
  const [{ rows, next }, systems, t] = await Promise.all([
    noticePage(actor, { ...filter, before: one('before') }),
    noticedSystems(actor),
    getTranslations('notices'),
  ]);
  const nextHref = next ? `/admin/notices?${new URLSearchParams({ ...filter, before: next })}` : undefined;
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <NoticeFilters filter={filter} systems={systems} />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={BellRing} title={narrowed ? t('noneFound') : t('empty')}>
            {narrowed ? t('noneFoundText') : t('emptyText')}
          </EmptyState>
        ) : (
          <NoticeTable rows={rows} systems={systems} />
        )}
      </Card>
      <Pagination nextHref={nextHref} />
    </div>
  );
}
