import { CreditCard } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, Td, Th } from '@/components/ui/table';
import { methodKinds } from '@/lib/catalog/method-input';
import { listMethods, type MethodRow } from '@/lib/catalog/queries';
import { toLocale } from '@/lib/i18n/locales';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.methods');
  return pageMetadata({ title: t('title') });
}

/** What the office takes and pays out by, grouped by kind. */
export default async function MethodsPage() {
  const actor = await requirePageRole('admin');
  const [methods, t, kinds] = await Promise.all([
    listMethods(actor),
    getTranslations('admin.methods'),
    getTranslations('admin.kinds'),
  ]);
  const groups = [...methodKinds, 'wallet' as const]
    .map((kind) => ({ kind, methods: methods.filter((method) => method.kind === kind) }))
    .filter((group) => group.methods.length > 0);
  const add = (
    <ButtonLink variant="primary" href="/admin/methods/new">
      {t('add')}
    </ButtonLink>
  );
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} action={add} />
      {groups.length === 0 && (
        <Card>
          <EmptyState icon={CreditCard} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </Card>
      )}
      {groups.map((group) => (
        <Card key={group.kind} title={kinds(group.kind)} flush>
          <MethodTable methods={group.methods} caption={kinds(group.kind)} />
        </Card>
      ))}
    </div>
  );
}

async function MethodTable({ methods, caption }: { methods: MethodRow[]; caption: string }) {
  const t = await getTranslations('admin.methods');
  const locale = toLocale(await getLocale());
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('method')}</Th>
          <Th numeric>{t('available')}</Th>
          <Th>{t('paidBy')}</Th>
          <Th>{t('paidOutBy')}</Th>
          <Th numeric>{t('directions')}</Th>
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {methods.map((method) => (
          <tr key={method.id}>
            <Td label={t('method')} className="w-2/5">
              <span>
                <Link href={`/admin/methods/${method.code}`} className="font-medium text-link">
                  {method.titles[locale]}
                </Link>{' '}
                <span className="text-muted">{method.code}</span>
              </span>
            </Td>
            <Td numeric label={t('available')}>
              <Amount value={method.available} code={method.assetCode} />
            </Td>
            <Td label={t('paidBy')}>
              {method.payInTitles?.[locale] ?? t('requisitesCount', { count: method.requisites })}
            </Td>
            <Td label={t('paidOutBy')}>{method.payOutTitles?.[locale] ?? t('byHand')}</Td>
            <Td numeric label={t('directions')}>
              {method.directions}
            </Td>
            <Td label={t('state')}>
              {method.enabled && !method.payInWorks ? (
                <Badge tone="danger">{t('systemFails')}</Badge>
              ) : (
                <Badge tone={method.enabled ? 'success' : 'neutral'}>
                  {t(method.enabled ? 'open' : 'closed')}
                </Badge>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
