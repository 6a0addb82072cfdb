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
import { ColumnTable } from '@/components/ui/column-table';
import { EmptyState } from '@/components/ui/empty-state';
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
    <ColumnTable
      caption={caption}
      rows={methods}
      columns={[
        {
          title: t('method'),
          className: 'md:w-2/5',
          cell: (method) => (
            <span>
              <Link href={`/admin/methods/${method.code}`} className="font-medium text-link">
                {method.titles[locale]}
              </Link>{' '}
              <span className="text-muted">{method.code}</span>
            </span>
          ),
        },
        {
          title: t('available'),
          numeric: true,
          cell: (method) => <Amount value={method.available} code={method.assetCode} />,
        },
        {
          title: t('paidBy'),
          cell: (method) =>
            method.payInTitles?.[locale] ?? t('requisitesCount', { count: method.requisites }),
        },
        { title: t('paidOutBy'), cell: (method) => method.payOutTitles?.[locale] ?? t('byHand') },
        { title: t('directions'), numeric: true, cell: (method) => method.directions },
        {
          title: t('state'),
          cell: (method) =>
            method.enabled && !method.payInWorks ? (
              <Badge tone="danger">{t('systemFails')}</Badge>
            ) : (
              <Badge tone={method.enabled ? 'success' : 'neutral'}>
                {t(method.enabled ? 'open' : 'closed')}
              </Badge>
            ),
        },
      ]}
    />
  );
}
