import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ReconcileResult } from '@/components/ledger/reconcile-result';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Pagination } from '@/components/ui/pagination';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { accountList, ledgerAssets } from '@/lib/ledger/account-queries';
import { accountKinds, isAccountKind } from '@/lib/ledger/accounts';
import { lastReconcile } from '@/lib/ledger/reconcile';
import { AccountTable } from './account-table';
import { checkNowAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ledger');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: PageQuery };

/** The office's books: whether they agree, and every account with its balance. */
export default async function LedgerPage({ searchParams }: Props) {
  const actor = await requirePageRole('admin', 'accountant');
  const kindText = await queryText(searchParams, 'kind');
  const kind = isAccountKind(kindText) ? kindText : undefined;
  const assetText = await queryText(searchParams, 'asset');
  const after = (await queryText(searchParams, 'after')) || undefined;
  const [assets, report, t] = await Promise.all([
    ledgerAssets(actor),
    lastReconcile(actor),
    getTranslations('ledger'),
  ]);
  const asset = assets.includes(assetText) ? assetText : undefined;
  const { accounts, next } = await accountList(actor, { kind, asset, after });
  const filter = { ...(kind ? { kind } : {}), ...(asset ? { asset } : {}) };
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <Card
        title={t('check.title')}
        action={
          <ActionForm action={checkNowAction} announced={t('check.done')} className="contents">
            <SubmitButton size="sm" variant="secondary">
              {t('check.now')}
            </SubmitButton>
          </ActionForm>
        }
      >
        <ReconcileResult report={report} />
      </Card>
      <search>
        <form className="flex flex-wrap items-end gap-3">
          <Field name="kind" label={t('accounts.kind')} className="w-full sm:w-56">
            <Select key={kind} defaultValue={kind ?? ''}>
              <option value="">{t('accounts.anyKind')}</option>
              {Object.keys(accountKinds)
                .filter(isAccountKind)
                .map((name) => (
                  <option key={name} value={name}>
                    {t(`kinds.${name}`)}
                  </option>
                ))}
            </Select>
          </Field>
          <Field name="asset" label={t('accounts.asset')} className="w-full sm:w-40">
            <Select key={asset} defaultValue={asset ?? ''}>
              <option value="">{t('accounts.anyAsset')}</option>
              {assets.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </Select>
          </Field>
          <Button type="submit">{t('accounts.show')}</Button>
        </form>
      </search>
      <Card title={t('accounts.title')} flush>
        {accounts.length === 0 ? (
          <EmptyState icon={BookOpen} title={t('accounts.empty')}>
            {kind || asset ? t('accounts.emptyFiltered') : t('accounts.emptyText')}
          </EmptyState>
        ) : (
          <AccountTable accounts={accounts} />
        )}
      </Card>
      <Pagination
        nextHref={next ? `/admin/ledger?${new URLSearchParams({ ...filter, after: next })}` : undefined}
      />
    </div>
  );
}
