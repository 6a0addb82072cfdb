import { UserSearch } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PeopleFound } from '@/components/admin/cashiers/people-found';
import { PageHead } from '@/components/admin/page-head';
import { SearchForm } from '@/components/admin/search-form';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { findPeople, foundMax } from '@/lib/cashier/find-people';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cashiers');
  return pageMetadata({ title: t('add') });
}

/** The choice of the account that becomes a cashier. */
export default async function AddCashierPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole('admin');
  const search = (await queryText(searchParams, 'q')).trim();
  const [people, t] = await Promise.all([findPeople({ actor, search }), getTranslations('cashiers')]);
  return (
    <div className="grid gap-5">
      <PageHead
        title={t('add')}
        lead={t('addLead')}
        action={
          <Link href="/admin/cashiers" className="link text-sm">
            {t('back')}
          </Link>
        }
      />
      <SearchForm label={t('search')} value={search} />
      {search !== '' && (
        <Card flush>
          {people.length > 0 ? (
            <PeopleFound people={people} />
          ) : (
            <EmptyState icon={UserSearch} title={t('notFound')}>
              {t('notFoundText')}
            </EmptyState>
          )}
        </Card>
      )}
      {people.length === foundMax && <p className="text-sm text-muted">{t('more', { count: foundMax })}</p>}
    </div>
  );
}
