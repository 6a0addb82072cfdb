import { FileSpreadsheet } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { FileTable } from '@/components/statements/file-table';
import { ImportForm } from '@/components/statements/import-form';
import { LineTable } from '@/components/statements/line-table';
import { MethodChoice } from '@/components/statements/method-choice';
import { SureBar } from '@/components/statements/sure-bar';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { hasRole } from '@/lib/auth/actor';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { toLocale } from '@/lib/i18n/locales';
import { recentFiles } from '@/lib/payments/statements/statement-files';
import { directMethods, lineCounts, linePage, lineStates } from '@/lib/payments/statements/statement-queries';
import {
  confirmLineAction,
  confirmSureAction,
  ignoreLineAction,
  importAction,
  previewAction,
  rematchAction,
  takeOutAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A bank's file in, and its money beside the payments that wait for it. */
export default async function StatementsPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const [methods, t, locale] = await Promise.all([
    directMethods(actor),
    getTranslations('statements'),
    getLocale(),
  ]);
  const titled = methods.map(({ id, titles, asset }) => ({ id, title: titles[toLocale(locale)], asset }));
  const method = titled.find(({ id }) => id === one('method')) ?? titled[0];
  if (!method)
    return (
      <EmptyState icon={FileSpreadsheet} title={t('noMethods')}>
        {t('noMethodsText')}
      </EmptyState>
    );
  const [counts, files] = await Promise.all([lineCounts(actor, method.id), recentFiles(actor, method.id)]);
  const busiest = lineStates.find((state) => counts[state] > 0) ?? 'sure';
  const state = lineStates.find((known) => known === one('state')) ?? busiest;
  const { rows, next } = await linePage({ actor, methodId: method.id, state, after: one('after') });
  const mayAct = hasRole(actor, ...stepRoles);
  const hrefOf = (name: string, after?: string) =>
    `/desk/statements?${new URLSearchParams({ method: method.id, state: name, ...(after && { after }) })}`;
  return (
    <ClientMessages namespaces={['statements']}>
      <div className="grid gap-4">
        <PageHead title={t('title')} lead={t('lead')} />
        <MethodChoice methods={titled} chosen={method.id} />
        {mayAct && (
          <Card title={t('import.title')}>
            <ImportForm
              key={method.id}
              methodId={method.id}
              fileIds={files.map(({ id }) => id)}
              preview={previewAction}
              action={importAction}
            />
          </Card>
        )}
        <Tabs
          label={t('states.label')}
          tabs={lineStates.map((name) => ({
            href: hrefOf(name),
            label: t(`states.${name}`),
            count: counts[name],
            current: name === state,
          }))}
        />
        {mayAct && (
          <SureBar
            methodId={method.id}
            sure={state === 'sure' ? counts.sure : 0}
            confirmAll={confirmSureAction}
            rematch={rematchAction}
          />
        )}
        <Card flush>
          {rows.length === 0 ? (
            <EmptyState icon={FileSpreadsheet} title={t(`empty.${state}`)}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <LineTable rows={rows} mayAct={mayAct} confirm={confirmLineAction} ignore={ignoreLineAction} />
          )}
        </Card>
        <Pagination nextHref={next ? hrefOf(state, next) : undefined} />
        {files.length > 0 && (
          <Card flush title={t('files.title')}>
            <FileTable files={files} mayAct={mayAct} takeOut={takeOutAction} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
