import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AuditAction } from '@/components/admin/audit-action';
import { AuditChanges } from '@/components/admin/audit-changes';
import { PageHead } from '@/components/admin/page-head';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Pagination } from '@/components/ui/pagination';
import { TextInput } from '@/components/ui/text-input';
import { Time } from '@/components/ui/time';
import { auditPage } from '@/lib/audit-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.audit');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const filters = ['action', 'subject', 'actor'] as const;

/** Who changed what, newest first. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await requirePageRole('admin', 'accountant');
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name].trim().slice(0, 100) : '');
  const filter = Object.fromEntries(filters.map((name) => [name, one(name)]));
  const [{ rows, next, scales }, t, common] = await Promise.all([
    auditPage(actor, { ...filter, before: one('before') }),
    getTranslations('admin.audit'),
    getTranslations('common'),
  ]);
  const nextHref = next ? `/admin/audit?${new URLSearchParams({ ...filter, before: next })}` : undefined;
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <search>
        <form className="flex flex-wrap items-end gap-3">
          {filters.map((name) => (
            <Field key={name} name={name} label={t(name)} className="w-full sm:w-52">
              <TextInput key={filter[name]} defaultValue={filter[name]} maxLength={100} />
            </Field>
          ))}
          <Button type="submit">{common('apply')}</Button>
        </form>
      </search>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={FileText} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={rows}
            columns={[
              {
                title: t('at'),
                className: 'whitespace-nowrap',
                cell: (row) => <Time value={row.at} show="exact" />,
              },
              {
                title: t('actor'),
                cell: (row) => (
                  <span>
                    {row.actor_name}{' '}
                    <span className="text-muted">
                      {[row.actor_email !== row.actor_name && row.actor_email, row.ip]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                ),
              },
              { title: t('action'), cell: (row) => <AuditAction action={row.action} /> },
              { title: t('subject'), className: 'break-all', cell: (row) => row.subject },
              { title: t('changes'), cell: (row) => <AuditChanges row={row} scales={scales} /> },
            ]}
          />
        )}
      </Card>
      <Pagination nextHref={nextHref} />
    </div>
  );
}
