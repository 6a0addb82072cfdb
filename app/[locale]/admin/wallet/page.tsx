import { Coins } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { WalletAssetFields } from '@/components/admin/wallet/asset-form';
import { OpenAssetForm } from '@/components/admin/wallet/open-asset-form';
import { WalletSettingsForm } from '@/components/admin/wallet/settings-form';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { loadWalletAdmin } from '@/lib/wallet/wallet-admin';
import { saveAssetAction, saveSettingsAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet-admin');
  return pageMetadata({ title: t('title') });
}

/** What the office decides about customers' wallets. */
export default async function WalletPage() {
  const actor = await requirePageRole('admin');
  const [wallet, t] = await Promise.all([loadWalletAdmin(actor), getTranslations('wallet-admin')]);
  const { settings, assets, closed } = wallet;
  const useless = settings.on && !assets.some(({ enabled }) => enabled);
  return (
    <div className="grid gap-5">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        action={
          <Link href="/admin/cashiers" className="link text-sm">
            {t('toCashiers')}
          </Link>
        }
      />
      {useless && <Alert tone="warning">{t('noAssets')}</Alert>}
      <WalletSettingsForm
        action={saveSettingsAction}
        settings={settings}
        version={wallet.version}
        changed={wallet.changed}
      />
      <section className="grid gap-3" aria-labelledby="wallet-assets">
        <div className="grid gap-1">
          <h2 id="wallet-assets" className="text-lg">
            {t('assets')}
          </h2>
          <p className="max-w-[70ch] text-sm text-muted">{t('assetsHint')}</p>
        </div>
        {assets.length === 0 && (
          <Card>
            <EmptyState icon={Coins} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          </Card>
        )}
        {assets.map((asset) => (
          <WalletAssetFields key={asset.asset} action={saveAssetAction} asset={asset} initiallyOpen={false} />
        ))}
        {closed.length > 0 && (
          <Card>
            <OpenAssetForm key={closed.length} action={saveAssetAction} choices={closed} />
          </Card>
        )}
      </section>
    </div>
  );
}
