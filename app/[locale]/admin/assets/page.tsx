import { Coins } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AssetForm } from '@/components/admin/asset-form';
import { PageHead } from '@/components/admin/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, Td, Th } from '@/components/ui/table';
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
          <Table caption={t('title')}>
            <thead>
              <tr>
                <Th>{t('code')}</Th>
                <Th>{t('kind')}</Th>
                <Th numeric>{t('scale')}</Th>
                <Th numeric>{t('methods')}</Th>
                <Th>
                  <span className="sr-only">{t('change')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {assets.map((asset) => (
                <tr key={asset.code}>
                  <Td label={t('code')}>
                    <span>
                      <span className="font-medium">{asset.code}</span>{' '}
                      <span className="text-muted">
                        {asset.titles[locale]} {asset.symbol}
                      </span>
                    </span>
                  </Td>
                  <Td label={t('kind')}>{kinds(asset.kind)}</Td>
                  <Td numeric label={t('scale')}>
                    {asset.scale}
                  </Td>
                  <Td numeric label={t('methods')}>
                    {asset.methods}
                  </Td>
                  <Td>
                    <details className="group">
                      <summary className="cursor-pointer text-sm text-link">
                        {t('edit', { code: asset.code })}
                      </summary>
                      <div className="max-w-xl py-3">
                        <AssetForm action={saveAssetAction} asset={asset} />
                      </div>
                    </details>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
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
