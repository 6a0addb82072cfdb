import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { OrderPanel } from '@/components/desk/order-panel';
import { QueuePanel } from '@/components/desk/queue-panel';
import { DeskProvider } from '@/components/desk/step-context';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ClientMessages } from '@/components/ui/client-messages';
import type { Actor } from '@/lib/auth/actor';
import { hasRole } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { deskChoices } from '@/lib/exchange/desk-choices';
import { deskCounts } from '@/lib/exchange/desk-counts';
import { deskFilterParams, readDeskFilter } from '@/lib/exchange/desk-filter';
import { deskPage } from '@/lib/exchange/desk-list';
import { type DeskOrder, loadDeskOrder } from '@/lib/exchange/desk-order';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskFacts } from '@/lib/exchange/desk-where';
import { deskRoles, stepRoles } from '@/lib/exchange/mover';
import { exportRoles } from '@/lib/export/export-orders';
import {
  acceptAction,
  addNoteAction,
  askRestAction,
  bookPaymentAction,
  cancelAction,
  checkPaymentsAction,
  deleteAction,
  emptyOrdersAction,
  finalizeAction,
  finishRefundAction,
  markPaidLateAction,
  releaseAction,
  reviveAction,
  reviveOfferAction,
  scheduleAction,
  sendPayoutAction,
  startRefundAction,
  takeAction,
  takeOverAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return pageMetadata({ title: t('title') });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const stepActions = {
  finalize: finalizeAction,
  schedule: scheduleAction,
  cancel: cancelAction,
  claim_late: markPaidLateAction,
  revive: reviveAction,
  accept: acceptAction,
  ask_rest: askRestAction,
  check: checkPaymentsAction,
  send_payout: sendPayoutAction,
  start_refund: startRefundAction,
  refund: finishRefundAction,
  delete: deleteAction,
  take_over: takeOverAction,
};

/** The queue on the left, the order on the right; on a narrow screen one or the other. */
export default async function DeskPage({ searchParams }: Props) {
  const actor = await requirePageRole(...deskRoles);
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const { filter, problems } = readDeskFilter(asked);
  // Before the rows: what changes in between is then drawn once more.
  const version = await deskVersion();
  const [t, facts, counts, choices, opened] = await Promise.all([
    getTranslations('desk'),
    deskFacts(),
    deskCounts(),
    deskChoices(actor),
    openOrder(actor, one('order')),
  ]);
  const after = one('after');
  const page = await deskPage({ actor, filter, facts, after });
  const params = deskFilterParams(filter);
  const listHref = `/desk${params.size > 0 ? `?${params}` : ''}`;
  const pageParams = new URLSearchParams(params);
  if (after) pageParams.set('after', after);
  const pageHref = `/desk${pageParams.size > 0 ? `?${pageParams}` : ''}`;
  const isOpen = one('order') !== undefined;
  return (
    <ClientMessages namespaces={['desk']}>
      <DeskProvider
        userId={actor.userId}
        mayAct={hasRole(actor, ...stepRoles)}
        timeZone={facts.timeZone}
        actions={stepActions}
        offer={reviveOfferAction}
      >
        <LiveRefresh url="/api/live/desk" version={version} />
        <h1 className="sr-only">{t('title')}</h1>
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(34rem,42rem)_minmax(0,1fr)]">
          <div
            className={`min-w-0 xl:sticky xl:top-4 xl:block xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto ${isOpen ? 'hidden' : ''}`}
          >
            <QueuePanel
              filter={filter}
              problems={problems}
              counts={counts}
              choices={choices}
              page={page}
              listHref={listHref}
              pageHref={pageHref}
              exportHref={hasRole(actor, ...exportRoles) ? `/desk/exports?${params}` : undefined}
              after={after}
              openId={opened?.order.id ?? null}
              emptyOrders={emptyOrdersAction}
            />
          </div>
          <div className={isOpen ? 'min-w-0' : 'hidden min-w-0 xl:block'}>
            <OrderPanel
              opened={opened}
              asked={isOpen}
              backHref={pageHref}
              take={takeAction}
              release={releaseAction}
              addNote={addNoteAction}
              bookPayment={bookPaymentAction}
              ledgerLinks={hasRole(actor, 'accountant', 'admin')}
            />
          </div>
        </div>
      </DeskProvider>
    </ClientMessages>
  );
}

/** The order asked for, or null where there is none: the list stands beside it all the same. */
async function openOrder(actor: Actor, orderId: string | undefined): Promise<DeskOrder | null> {
  if (!orderId) return null;
  try {
    return await loadDeskOrder({ actor, orderId });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
