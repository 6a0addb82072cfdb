import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ConfirmNotice } from '@/components/account/confirm-notice';
import { OrderStatusBadge } from '@/components/account/order-status';
import { OrdersTable } from '@/components/account/orders-table';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { OverviewWallet } from '@/components/wallet/overview-wallet';
import { loadProfile } from '@/lib/auth/profile';
import { withLink } from '@/lib/exchange/order-links';
import { ordersOfCustomer, ordersToPay } from '@/lib/exchange/queries';
import { toLocale } from '@/lib/i18n/locales';
import { resendLetter } from './actions';
import { repeat } from './orders/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.home');
  return pageMetadata({ title: t('title') });
}

/** What waits for the customer, his last orders, and the way to the next exchange. */
export default async function CabinetPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const t = await getTranslations('account.home');
  const locale = toLocale(await getLocale());
  const [profile, { orders }, toPay, done] = await Promise.all([
    loadProfile({ actor }),
    ordersOfCustomer({ actor, limit: 5 }),
    ordersToPay({ actor }),
    queryText(searchParams, 'done'),
  ]);
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{profile.name ? t('hello', { name: profile.name }) : t('title')}</h1>
        <ButtonLink href="/" variant="primary">
          {t('new')}
        </ButtonLink>
      </div>
      {done === 'confirmed' && profile.emailConfirmed && <Alert tone="success">{t('confirmed')}</Alert>}
      {!profile.emailConfirmed && <ConfirmNotice email={profile.email} resend={resendLetter} />}
      <OverviewWallet actor={actor} />
      <Card title={t('waiting')}>
        {toPay.length === 0 && <p className="text-muted">{t('waitingNone')}</p>}
        <ul className="grid gap-3">
          {toPay.map(withLink).map((order) => (
            <li key={order.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <Link href={order.href} className="link">
                <Amount value={order.from.amount} code={order.from.asset} /> → {order.to.titles[locale]}
              </Link>
              <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <span>
                  {t('payBefore')} <Time value={new Date(order.expiresAt)} show="exact" />
                </span>
                <OrderStatusBadge status={order.status} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        flush
        title={t('last')}
        action={
          <Link href="/cabinet/orders" className="link text-sm">
            {t('all')}
          </Link>
        }
      >
        {orders.length > 0 ? <OrdersTable orders={orders.map(withLink)} repeat={repeat} /> : <NoOrders />}
      </Card>
    </div>
  );
}

async function NoOrders() {
  const t = await getTranslations('account.orders');
  return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
}
