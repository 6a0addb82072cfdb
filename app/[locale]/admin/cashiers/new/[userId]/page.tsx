import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { CashierForm } from '@/components/admin/cashiers/cashier-form';
import { PageHead } from '@/components/admin/page-head';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { loadPerson } from '@/lib/auth/people';
import { loadWalletAdmin } from '@/lib/wallet/wallet-admin';
import { addAction } from '../../actions';

type Props = { params: Promise<{ userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cashiers');
  return pageMetadata({ title: t('add') });
}

/** What a new cashier may, before he is one. */
export default async function NewCashierPage({ params }: Props) {
  const actor = await requirePageRole('admin');
  const { userId } = await params;
  const [person, wallet, t] = await Promise.all([
    orNotFound(loadPerson({ actor, userId })),
    loadWalletAdmin(actor),
    getTranslations('cashiers'),
  ]);
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHead
        title={person.name || person.email}
        lead={person.name ? person.email : undefined}
        action={
          <Link href="/admin/cashiers/new" className="link text-sm">
            {t('another')}
          </Link>
        }
      />
      {wallet.assets.length === 0 ? (
        <Alert tone="warning">
          {t('noAssets')}{' '}
          <Link href="/admin/wallet" className="link">
            {t('toWallet')}
          </Link>
        </Alert>
      ) : (
        <Card>
          <CashierForm
            action={addAction}
            userId={person.id}
            assets={wallet.assets.map(({ asset, enabled }) => ({ asset, open: enabled }))}
          />
        </Card>
      )}
    </div>
  );
}
