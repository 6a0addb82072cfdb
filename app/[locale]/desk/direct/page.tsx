import { HandCoins } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { MoneyList } from '@/components/desk/money-list';
import { DirectTable } from '@/components/direct/direct-table';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ClientMessages } from '@/components/ui/client-messages';
import { hasRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import {
  directCounts,
  directMethodChoices,
  directPage,
  directViews,
  readDirectFilter,
} from '@/lib/payments/direct/direct-list';
import { isNarrowed } from '@/lib/payments/list-filter';
import { confirmAction, refuseAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('direct');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Money that customers say they have paid to the office's own details: a tick or a cross for each. */
export default async function DirectPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const filter = readDirectFilter(asked);
  const after = typeof asked.after === 'string' ? asked.after : undefined;
  const version = await deskVersion();
  const [{ rows, next }, counts, methods, t] = await Promise.all([
    directPage({ actor, filter, after }),
    directCounts(actor),
    directMethodChoices(actor),
    getTranslations('direct'),
  ]);
  const narrowed = isNarrowed(filter);
  const count = { ...counts, paid: undefined, refused: undefined, canceled: undefined, all: undefined };
  return (
    <ClientMessages namespaces={['direct', 'desk']}>
      <LiveRefresh url="/api/live/desk" version={version} />
      <div className="grid gap-4">
        <PageHead title={t('title')} lead={t('lead')} />
        <MoneyList
          path="/desk/direct"
          filter={filter}
          label={t('views.label')}
          views={directViews.map((view) => ({ view, title: t(`views.${view}`), count: count[view] }))}
          methods={methods}
          words="direct"
          searchHint={t('searchHint')}
          empty={{
            icon: HandCoins,
            title: narrowed ? t('noneFound') : t(`empty.${filter.view}`),
            text: narrowed ? t('noneFoundText') : t('emptyText'),
          }}
          next={next}
        >
          {rows.length > 0 && (
            <DirectTable
              rows={rows}
              mayAct={hasRole(actor, ...stepRoles)}
              confirm={confirmAction}
              refuse={refuseAction}
            />
          )}
        </MoneyList>
      </div>
    </ClientMessages>
  );
}
