import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { matchesMethods } from '@/components/calculator/filter-methods';
import { loadCatalog } from '@/components/calculator/load-catalog';
import type { RawQuery } from '@/components/calculator/read-input';
import { TariffFilter } from '@/components/site/tariff-filter';
import { TariffGroups } from '@/components/site/tariff-groups';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.tariffs');
  return pageMetadata({ title: t('title'), description: t('description'), path: '/tariffs' });
}

/** Every direction on offer, found by typing; what is typed stands in the address. */
export default async function TariffsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { q } = await searchParams;
  const typed = (typeof q === 'string' ? q : '').trim().slice(0, 60);
  const [t, { directions, methods }] = await Promise.all([getTranslations('site.tariffs'), loadCatalog()]);
  const byCode = new Map(methods.map((method) => [method.code, method]));
  const found = directions.flatMap((direction) => {
    const from = byCode.get(direction.from);
    const to = byCode.get(direction.to);
    return from && to && matchesMethods([from, to], typed) ? [{ direction, from, to }] : [];
  });
  return (
    <div className="grid gap-6">
      <div>
        <h1>{t('title')}</h1>
        <p className="mt-1 max-w-[60ch] text-muted">{t('lead')}</p>
      </div>
      {directions.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <div className="grid gap-2">
            <TariffFilter
              typed={typed}
              words={{ label: t('filter'), hint: t('filterHint'), show: t('show') }}
            />
            <p role="status" className="numeric text-sm text-muted">
              {t('found', { count: found.length })}
            </p>
          </div>
          {found.length === 0 ? (
            <EmptyState
              title={t('nothing', { typed })}
              action={<ButtonLink href="/tariffs">{t('clear')}</ButtonLink>}
            >
              {t('nothingText')}
            </EmptyState>
          ) : (
            <TariffGroups tariffs={found} />
          )}
        </>
      )}
    </div>
  );
}
