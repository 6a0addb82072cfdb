import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { MoneyList } from '@/components/desk/money-list';
import { LiveRefresh } from '@/components/live/live-refresh';
import { BalanceTable } from '@/components/payouts/balance-table';
import { MethodTable } from '@/components/payouts/method-table';
import { PayoutSwitch } from '@/components/payouts/payout-switch';
import { PayoutTable } from '@/components/payouts/payout-table';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { isNarrowed } from '@/lib/payments/list-filter';
import { payoutViews, readPayoutFilter } from '@/lib/payments/payouts/payout-filter';
import { payoutCounts, payoutPage } from '@/lib/payments/payouts/payout-list';
import { payoutMethodChoices, payoutMethods } from '@/lib/payments/payouts/payout-methods';
import { systemBalances } from '@/lib/payments/payouts/system-balances';
import { officeSettings } from '@/lib/settings';
import {
  approveAction,
  byHandAction,
  cancelAction,
  checkAction,
  markNotPaidAction,
  markPaidAction,
  putBackAction,
  refuseAction,
  settleAction,
  switchAction,
  takeAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payouts');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const actions = {
  approve: approveAction,
  cancel: cancelAction,
  check: checkAction,
  markPaid: markPaidAction,
  markNotPaid: markNotPaidAction,
  byHand: byHandAction,
  take: takeAction,
  putBack: putBackAction,
  settle: settleAction,
  refuse: refuseAction,
};

/** Money on its way out: what waits and why, what nobody knows the outcome of, the switches, and systems' balances. */
export default async function PayoutsPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const filter = readPayoutFilter(asked);
  const after = typeof asked.after === 'string' ? asked.after : undefined;
  const version = await deskVersion();
  const [{ rows, next }, counts, methods, choices, balances, { payoutsStopped }, t] = await Promise.all([
    payoutPage({ actor, filter, after }),
    payoutCounts(actor),
    payoutMethods(actor),
    payoutMethodChoices(actor),
    systemBalances(actor),
    officeSettings(),
    getTranslations('payouts'),
  ]);
  const maySwitch = hasRole(actor, 'admin');
  const narrowed = isNarrowed(filter);
  const count = { ...counts, failed: undefined, settled: undefined, all: undefined };
  return (
    <ClientMessages namespaces={['payouts', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid gap-4">
        <PageHead
          title={t('title')}
          lead={t('lead')}
          action={maySwitch && <PayoutSwitch method={null} stopped={payoutsStopped} action={switchAction} />}
        />
        {payoutsStopped && (
          <Alert tone="danger" title={t('stoppedTitle')}>
            {t('stoppedText')}
          </Alert>
        )}
        <MoneyList
          path="/desk/payouts"
          filter={filter}
          label={t('views.label')}
          views={payoutViews.map((view) => ({ view, title: t(`views.${view}`), count: count[view] }))}
          methods={choices}
          words="payouts"
          searchHint={t('searchHint')}
          empty={{
            icon: Send,
            title: narrowed ? t('noneFound') : t(`empty.${filter.view}`),
            text: narrowed ? t('noneFoundText') : t('emptyText'),
          }}
          next={next}
        >
          {rows.length > 0 && (
            <PayoutTable rows={rows} actions={hasRole(actor, ...stepRoles) ? actions : null} />
          )}
        </MoneyList>
        {methods.length > 0 && (
          <Card title={t('methods.title')} flush>
            <MethodTable methods={methods} action={maySwitch ? switchAction : null} />
          </Card>
        )}
        {balances.length > 0 && (
          <Card title={t('balances.title')} flush>
            <BalanceTable balances={balances} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
