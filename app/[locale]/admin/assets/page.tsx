import { Coins } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AssetForm } from '@/components/admin/asset-form';
import { PageHead } from '@/components/admin/page-head';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { EmptyState } from '@/components/ui/empty-state';
import { listAssets } from '@/lib/catalog/queries';
import { toLocale } from '@/lib/i18n/locales';
import { saveAssetAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.assets');
  return pageMetadata({ title: t('title') });
}

/** What amounts are counted in. */
export default async function AssetsPage() {
  const actor = await requirePageRole('admin');
  const [assets, t, kinds] = await Promise.all([
    listAssets(actor),
    getTranslations('admin.assets'),
    getTranslations('admin.assetKinds'),
  ]);
  const locale = toLocale(await getLocale());
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <Card flush>
        {assets.length === 0 ? (
          <EmptyState icon={Coins} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={assets}
            rowKey={(asset) => asset.code}
            columns={[
              {
                title: t('code'),
                cell: (asset) => (
                  <span>
                    <span className="font-medium">{asset.code}</span>{' '}
                    <span className="text-muted">
                      {asset.titles[locale]} {asset.symbol}
                    </span>
                  </span>
                ),
              },
              { title: t('kind'), cell: (asset) => kinds(asset.kind) },
              { title: t('scale'), numeric: true, cell: (asset) => asset.scale },
              { title: t('methods'), numeric: true, cell: (asset) => asset.methods },
              {
                title: t('change'),
                steps: true,
                cell: (asset) => (
                  <details className="group">
                    <summary className="cursor-pointer text-sm text-link">
                      {t('edit', { code: asset.code })}
                    </summary>
                    <div className="max-w-xl py-3">
                      <AssetForm action={saveAssetAction} asset={asset} />
                    </div>
                  </details>
                ),
              },
            ]}
          />
        )}
      </Card>
      <Card title={t('add')}>
        <div className="max-w-xl">
          <AssetForm action={saveAssetAction} />
        </div>
      </Card>
    </div>
  );
}
