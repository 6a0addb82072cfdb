import { HandCoins } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { CashierTable } from '@/components/admin/cashiers/cashier-table';
import { PageHead } from '@/components/admin/page-head';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { cashierList } from '@/lib/cashier/cashier-list';
import { walletSettings } from '@/lib/wallet/wallet-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cashiers');
  return pageMetadata({ title: t('title') });
}

/** Who takes real money and credits it to wallets. */
export default async function CashiersPage() {
  const actor = await requirePageRole('admin');
  const [cashiers, { on }, t] = await Promise.all([
    cashierList(actor),
    walletSettings(),
    getTranslations('cashiers'),
  ]);
  const add = (
    <ButtonLink variant="primary" href="/admin/cashiers/new">
      {t('add')}
    </ButtonLink>
  );
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} action={cashiers.length > 0 && add} />
      {!on && (
        <Alert tone="warning">
          {t('walletsOff')}{' '}
          <Link href="/admin/wallet" className="link">
            {t('toWallet')}
          </Link>
        </Alert>
      )}
      <Card flush>
        {cashiers.length > 0 ? (
          <CashierTable cashiers={cashiers} />
        ) : (
          <EmptyState icon={HandCoins} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        )}
      </Card>
      {cashiers.length > 0 && (
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <Link href="/cashier/approvals" className="link">
            {t('toApprovals')}
          </Link>
          <Link href="/cashier/day" className="link">
            {t('toHistory')}
          </Link>
        </p>
      )}
    </div>
  );
}
