import { ArrowLeftRight } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { OrdersTable } from '@/components/account/orders-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { withLink } from '@/lib/exchange/order-links';
import { ordersOfCustomer } from '@/lib/exchange/queries';
import { repeat } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.orders');
  return pageMetadata({ title: t('title') });
}

export default async function OrdersPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const after = await queryText(searchParams, 'after');
  const t = await getTranslations('account');
  const { orders, next } = await ordersOfCustomer({ actor, after });
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('orders.title')}</h1>
        <ButtonLink href="/" variant="primary">
          {t('home.new')}
        </ButtonLink>
      </div>
      <Card flush>
        {orders.length > 0 ? (
          <OrdersTable orders={orders.map(withLink)} repeat={repeat} />
        ) : (
          <EmptyState icon={ArrowLeftRight} title={t('orders.emptyTitle')}>
            {t('orders.emptyText')}
          </EmptyState>
        )}
      </Card>
      <Pagination
        {...(after && { previousHref: '/cabinet/orders' })}
        {...(next && { nextHref: `/cabinet/orders?after=${next}` })}
      />
    </div>
  );
}
