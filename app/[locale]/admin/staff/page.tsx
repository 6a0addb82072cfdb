import { UsersRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PeopleTable } from '@/components/account/people-table';
import { StaffSearch } from '@/components/account/staff-search';
import { PageHead } from '@/components/admin/page-head';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { listPeople } from '@/lib/auth/people';
import { toPeopleScope } from '@/lib/auth/people-scopes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.staff');
  return pageMetadata({ title: t('title') });
}

export default async function StaffPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole('admin');
  const t = await getTranslations('account.staff');
  const [search, asked, after] = await Promise.all([
    queryText(searchParams, 'q'),
    queryText(searchParams, 'scope'),
    queryText(searchParams, 'after'),
  ]);
  const scope = toPeopleScope(asked);
  const { people, next } = await listPeople({ actor, search, scope, after });
  const page = (from?: string) =>
    `/admin/staff?${new URLSearchParams({ q: search, scope, ...(from && { after: from }) })}`;
  return (
    <div className="grid gap-4">
      <PageHead
        title={t('title')}
        lead={t('intro')}
        action={
          <ButtonLink href="/admin/staff/invite" variant="primary">
            {t('invite')}
          </ButtonLink>
        }
      />
      <StaffSearch search={search} scope={scope} />
      <Card flush>
        {people.length > 0 ? (
          <PeopleTable people={people} ownId={actor.userId} />
        ) : (
          <EmptyState icon={UsersRound} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        )}
      </Card>
      <Pagination {...(after && { previousHref: page() })} {...(next && { nextHref: page(next) })} />
    </div>
  );
}
