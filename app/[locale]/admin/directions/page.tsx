import { ArrowLeftRight } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { SearchForm } from '@/components/admin/search-form';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { listDirections } from '@/lib/catalog/queries';
import { toLocale } from '@/lib/i18n/locales';
import { switchDirectionAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.directions');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<{ q?: string | string[] }> };

/** Everything that can be exchanged for something, with a switch in each row. */
export default async function DirectionsPage({ searchParams }: Props) {
  const actor = await requirePageRole('admin');
  const [all, t, types] = await Promise.all([
    listDirections(actor),
    getTranslations('admin.directions'),
    getTranslations('admin.types'),
  ]);
  const locale = toLocale(await getLocale());
  const marketRate = (spread: string) =>
    t(spread.startsWith('-') ? 'marketPlus' : 'market', { percent: spread.replace('-', '') });
  const { q } = await searchParams;
  const wanted = (typeof q === 'string' ? q : '').trim().toLowerCase();
  const directions = all.filter(({ pair, from, to }) =>
    [pair, from.titles[locale], to.titles[locale]].join(' ').toLowerCase().includes(wanted),
  );
  const add = (
    <ButtonLink variant="primary" href="/admin/directions/new">
      {t('add')}
    </ButtonLink>
  );
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} action={add} />
      <SearchForm label={t('find')} value={wanted} />
      <Card flush>
        {directions.length === 0 ? (
          <EmptyState icon={ArrowLeftRight} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={directions}
            columns={[
              {
                title: t('pair'),
                cell: (row) => (
                  <span>
                    <Link href={`/admin/directions/${row.pair}`} className="font-medium text-link">
                      {row.from.titles[locale]} → {row.to.titles[locale]}
                    </Link>{' '}
                    <span className="whitespace-nowrap text-muted">{row.pair}</span>
                  </span>
                ),
              },
              {
                title: t('rate'),
                className: 'numeric',
                cell: (row) => (row.fixed ? t('fixed', { rate: row.fixed }) : marketRate(row.spreadPercent)),
              },
              { title: t('type'), cell: (row) => types(row.type) },
              {
                title: t('expiry'),
                numeric: true,
                cell: (row) => t('minutes', { count: row.expiryMinutes }),
              },
              {
                title: t('state'),
                cell: (row) => (
                  <Badge tone={row.enabled ? 'success' : 'neutral'}>
                    {t(row.enabled ? 'open' : 'closed')}
                  </Badge>
                ),
              },
              {
                title: t('switch'),
                steps: true,
                cell: (row) => (
                  <ActionForm
                    action={switchDirectionAction}
                    announced={t(row.enabled ? 'nowClosed' : 'nowOpen', { pair: row.pair })}
                    className="inline"
                  >
                    <input type="hidden" name="directionId" value={row.id} />
                    <input type="hidden" name="enabled" value={row.enabled ? 'no' : 'yes'} />
                    <SubmitButton
                      variant="ghost"
                      size="sm"
                      aria-label={`${t(row.enabled ? 'closeIt' : 'openIt')} ${row.pair}`}
                    >
                      {t(row.enabled ? 'closeIt' : 'openIt')}
                    </SubmitButton>
                  </ActionForm>
                ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
