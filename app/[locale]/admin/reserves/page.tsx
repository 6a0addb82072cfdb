import { randomUUID } from 'node:crypto';
import { Vault } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { listMethods } from '@/lib/catalog/queries';
import { toLocale } from '@/lib/i18n/locales';
import { changeReserveAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.reserves');
  return pageMetadata({ title: t('title') });
}

/** What the office can pay out by each method; a change is a posting with a reason. */
export default async function ReservesPage() {
  const actor = await requirePageRole('admin');
  const [all, t, empty] = await Promise.all([
    listMethods(actor),
    getTranslations('admin.reserves'),
    getTranslations('admin.methods'),
  ]);
  const locale = toLocale(await getLocale());
  const methods = all.filter(({ kind }) => kind !== 'wallet');
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <Card flush>
        {methods.length === 0 ? (
          <EmptyState icon={Vault} title={empty('empty')}>
            {empty('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={methods}
            columns={[
              {
                title: t('method'),
                cell: (method) => (
                  <span>
                    <span className="font-medium">{method.titles[locale]}</span>{' '}
                    <span className="text-muted">{method.code}</span>
                  </span>
                ),
              },
              {
                title: t('balance'),
                numeric: true,
                cell: (method) => <Amount value={method.balance} code={method.assetCode} />,
              },
              {
                title: t('held'),
                numeric: true,
                cell: (method) => <Amount value={method.held} code={method.assetCode} />,
              },
              {
                title: t('available'),
                numeric: true,
                cell: (method) => (
                  <Amount value={method.available} code={method.assetCode} className="font-semibold" />
                ),
              },
              {
                title: t('adjust'),
                steps: true,
                cell: (method) => (
                  <ConfirmDialog
                    trigger={t('adjust')}
                    triggerLook={{ size: 'sm' }}
                    title={t('adjustTitle', { method: method.titles[locale] })}
                    description={t.rich('adjustText', {
                      amount: () => <Amount value={method.available} code={method.assetCode} />,
                    })}
                    confirm={t('confirm')}
                    action={changeReserveAction}
                    announced={t('done', { method: method.titles[locale] })}
                  >
                    <input type="hidden" name="methodCode" value={method.code} />
                    <input type="hidden" name="idempotencyKey" value={randomUUID()} />
                    <Field
                      name="amount"
                      label={`${t('amount')}, ${method.assetCode}`}
                      hint={t('amountHint')}
                      required
                    >
                      <TextInput className="numeric" autoComplete="off" />
                    </Field>
                    <Field name="reason" label={t('reason')} required>
                      <TextInput maxLength={200} />
                    </Field>
                  </ConfirmDialog>
                ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
