import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { LiveRefresh } from '@/components/live/live-refresh';
import { DeskTopUpFacts, DeskTopUpPaymentCard } from '@/components/top-up/desk-top-up';
import { ClientMessages } from '@/components/ui/client-messages';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { deskTopUp } from '@/lib/wallet/top-up/desk-top-up';
import { bookAction } from './actions';

type Props = { params: Promise<{ topUpId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topup.desk');
  return pageMetadata({ title: t('title') });
}

/** One top-up for the desk: whose it is, its payments, and money that a system's word does not fit to be booked. */
export default async function DeskTopUpPage({ params }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const version = await deskVersion();
  const topUp = await orNotFound(deskTopUp(actor, (await params).topUpId));
  const t = await getTranslations('topup');
  const mayAct = hasRole(actor, ...stepRoles);
  return (
    <ClientMessages namespaces={['topup', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid max-w-5xl grid-cols-1 gap-4">
        <PageHead title={t('number', { number: topUp.number })} lead={topUp.id} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <DeskTopUpFacts topUp={topUp} />
          <div className="grid gap-4">
            {topUp.payments.length === 0 && <p className="text-sm text-muted">{t('desk.noPayments')}</p>}
            {topUp.payments.map((payment) => (
              <DeskTopUpPaymentCard
                key={payment.id}
                payment={payment}
                asset={topUp.asset}
                mayAct={mayAct}
                book={bookAction}
              />
            ))}
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
