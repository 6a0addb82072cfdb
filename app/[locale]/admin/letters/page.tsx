import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { LetterBadge } from '@/components/letter/letter-badge';
import { LetterFilters } from '@/components/letter/letter-filters';
import { ResendFailed } from '@/components/letter/resend-failed';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Time } from '@/components/ui/time';
import { hasRole } from '@/lib/auth/actor';
import { letterPage } from '@/lib/notify/letter-queries';
import { failedLetters } from '@/lib/notify/resend-failed-letters';
import { resendFailedAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('letters');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every letter that was written, newest first. */
export default async function LettersPage({ searchParams }: Props) {
  const actor = await requirePageRole('admin', 'support');
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name].trim().slice(0, 100) : '');
  const filter = { state: one('state'), code: one('code'), to: one('to') };
  const showsFailed = filter.state === '' || filter.state === 'failed';
  const [{ rows, next }, failed, t] = await Promise.all([
    letterPage(actor, { ...filter, before: one('before') }),
    showsFailed && hasRole(actor, 'admin') ? failedLetters(actor, filter) : null,
    getTranslations('letters'),
  ]);
  const nextHref = next ? `/admin/letters?${new URLSearchParams({ ...filter, before: next })}` : undefined;
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <LetterFilters filter={filter} />
      {failed !== null && failed.count > 0 && (
        <div>
          <ResendFailed action={resendFailedAction} filter={filter} failed={failed} />
        </div>
      )}
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={Mail} title={narrowed ? t('noneFound') : t('empty')}>
            {narrowed ? t('noneFoundText') : t('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={rows}
            columns={[
              {
                title: t('createdAt'),
                className: 'whitespace-nowrap',
                cell: (row) => <Time value={row.createdAt} show="exact" />,
              },
              {
                title: t('code'),
                cell: (row) => (
                  <Link href={`/admin/letters/${row.id}`} className="text-link">
                    {t.has(`codes.${row.code}`) ? t(`codes.${row.code}`) : row.code}
                  </Link>
                ),
              },
              { title: t('to'), cell: (row) => <span className="block max-w-64 break-words">{row.to}</span> },
              { title: t('state'), cell: (row) => <LetterBadge state={row.state} /> },
              { title: t('tries'), numeric: true, cell: (row) => row.tries },
              {
                title: t('order'),
                cell: (row) =>
                  row.orderId && (
                    <Link href={`/desk/orders/${row.orderId}`} className="text-link">
                      {row.orderId}
                    </Link>
                  ),
              },
            ]}
          />
        )}
      </Card>
      <Pagination nextHref={nextHref} />
    </div>
  );
}
