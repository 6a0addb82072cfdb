import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { AccountLabel } from '@/components/ledger/account-label';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { accountStatement } from '@/lib/ledger/account-queries';
import { StatementTable } from './statement-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ledger.statement');
  return pageMetadata({ title: t('title') });
}

type Props = { params: Promise<{ accountId: string }>; searchParams: PageQuery };

/** One account: its balance and its entries, newest first. */
export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requirePageRole('admin', 'accountant');
  const { accountId } = await params;
  const before = await queryText(searchParams, 'before');
  const statement = await accountStatement(actor, {
    id: accountId,
    before: /^\d{1,18}$/.test(before) ? BigInt(before) : undefined,
  });
  if (!statement) notFound();
  const { account, lines, next } = statement;
  const t = await getTranslations('ledger');
  return (
    <div className="grid gap-5">
      <PageHead
        title={<AccountLabel account={account} />}
        lead={t(`kindHints.${account.kind}`)}
        action={
          <Link className="link text-sm" href="/admin/ledger">
            {t('statement.back')}
          </Link>
        }
      />
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <div>
          <dt className="text-sm text-muted">{t('statement.balance')}</dt>
          <dd>
            <Amount value={account.balance} code={account.asset} size="lg" />
          </dd>
        </div>
        {!account.mayGoNegative && (
          <>
            <div>
              <dt className="text-sm text-muted">{t('statement.held')}</dt>
              <dd>
                <Amount value={account.held} code={account.asset} size="lg" />
              </dd>
            </div>
            <div>
              <dt className="text-sm text-muted">{t('statement.available')}</dt>
              <dd>
                <Amount value={account.available} code={account.asset} size="lg" />
              </dd>
            </div>
          </>
        )}
      </dl>
      <Card title={t('statement.title')} flush>
        {lines.length === 0 ? (
          <EmptyState icon={BookOpen} title={t('statement.empty')}>
            {t('statement.emptyText')}
          </EmptyState>
        ) : (
          <StatementTable lines={lines} asset={account.asset} />
        )}
      </Card>
      <Pagination nextHref={next ? `/admin/ledger/accounts/${account.id}?before=${next}` : undefined} />
    </div>
  );
}
