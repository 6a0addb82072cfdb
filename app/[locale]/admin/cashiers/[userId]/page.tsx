import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { CashierForm } from '@/components/admin/cashiers/cashier-form';
import { CashierState } from '@/components/admin/cashiers/cashier-state';
import { Today } from '@/components/admin/cashiers/cashier-table';
import { CashierWork } from '@/components/admin/cashiers/cashier-work';
import { SuspendSwitch } from '@/components/admin/cashiers/suspend-switch';
import { PageHead } from '@/components/admin/page-head';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { loadCashier } from '@/lib/cashier/cashier-list';
import { loadWalletAdmin } from '@/lib/wallet/wallet-admin';
import { letBackAction, saveAction, suspendAction } from '../actions';

type Props = { params: Promise<{ userId: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cashiers');
  return pageMetadata({ title: t('title') });
}

/** One cashier: what he may, what he did, how his drawer was at the ends of his shifts. */
export default async function CashierPage({ params, searchParams }: Props) {
  const actor = await requirePageRole('admin');
  const { userId } = await params;
  const [done, day] = await Promise.all([queryText(searchParams, 'done'), queryText(searchParams, 'day')]);
  const cashier = await orNotFound(loadCashier(actor, userId));
  const [wallet, t] = await Promise.all([loadWalletAdmin(actor), getTranslations('cashiers')]);
  const name = cashier.name || cashier.email;
  return (
    <div className="grid gap-5">
      <PageHead
        title={name}
        lead={
          <>
            {cashier.name && <span className="break-all">{cashier.email} · </span>}
            {t('namedBy', { name: cashier.createdBy })} <Time value={cashier.createdAt} show="exact" />
          </>
        }
        action={
          <Link href="/admin/cashiers" className="link text-sm">
            {t('back')}
          </Link>
        }
      />
      {done === 'added' && cashier.state === 'active' && (
        <Alert tone="success" role="status">
          {t('added', { name })}
        </Alert>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <CashierState state={cashier.state} />
          {cashier.suspendedAt && (
            <span className="text-muted">
              {t('since')} <Time value={cashier.suspendedAt} />
            </span>
          )}
          {cashier.shiftOpenedAt && (
            <span className="text-muted">
              {t('shiftSince')} <Time value={cashier.shiftOpenedAt} />
            </span>
          )}
        </p>
        <SuspendSwitch cashier={cashier} actions={{ suspend: suspendAction, letBack: letBackAction }} />
      </div>
      <Card title={t('today')}>
        <Today today={cashier.today} />
      </Card>
      <Card title={t('may')}>
        <div className="max-w-3xl">
          <CashierForm
            action={saveAction}
            userId={cashier.userId}
            assets={wallet.assets.map(({ asset, enabled }) => ({ asset, open: enabled }))}
            cashier={cashier}
          />
        </div>
      </Card>
      <CashierWork actor={actor} userId={cashier.userId} day={day} />
    </div>
  );
}
