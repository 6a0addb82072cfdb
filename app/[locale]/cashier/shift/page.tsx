import { randomUUID } from 'node:crypto';
import { Landmark } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { CloseShift } from '@/components/cashier/close-shift';
import { DrawerMoves } from '@/components/cashier/drawer-moves';
import { MoveForm } from '@/components/cashier/move-form';
import { OpenShift } from '@/components/cashier/open-shift';
import { ShiftResult } from '@/components/cashier/shift-result';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { currentShift, drawerToCount, recentShifts, shiftView } from '@/lib/cashier/shift-queries';
import type { ShiftView } from '@/lib/cashier/till-types';
import { TillOff } from '../till-off';
import { type TillVisitor, tillVisitor } from '../till-visitor';
import { closeAction, moveAction, openAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.shift');
  return pageMetadata({ title: t('title') });
}

/** The drawer from its counting in the morning to its counting in the evening. */
export default async function ShiftPage({ searchParams }: { searchParams: PageQuery }) {
  const visitor = await tillVisitor();
  const { actor, cashier } = visitor;
  if (!cashier) return <TillOff visitor={visitor} />;
  const [shift, closedId, t] = await Promise.all([
    currentShift(actor),
    queryText(searchParams, 'closed'),
    getTranslations('till.shift'),
  ]);
  return (
    <ClientMessages namespaces={['till']}>
      <div className="mx-auto grid w-full max-w-xl gap-5">
        {shift ? (
          <Open shift={shift} actor={actor} />
        ) : cashier.hasDrawer ? (
          <Closed actor={actor} closedId={closedId} />
        ) : (
          <>
            <h1>{t('title')}</h1>
            <Card>
              <EmptyState icon={Landmark} title={t('noDrawerTitle')}>
                {t('noDrawerText')}
              </EmptyState>
            </Card>
          </>
        )}
      </div>
    </ClientMessages>
  );
}

/** What the office expects in the drawer is not told here: it is shown once the count is written down. */
async function Open({ shift, actor }: { shift: ShiftView; actor: TillVisitor['actor'] }) {
  const [assets, t] = await Promise.all([drawerToCount(actor), getTranslations('till.shift')]);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t.rich('since', { time: () => <Time value={new Date(shift.openedAt)} /> })}
      />
      <Card title={t('move')}>
        <MoveForm
          assets={assets.map(({ asset }) => asset)}
          idempotencyKey={randomUUID()}
          action={moveAction}
        />
      </Card>
      {shift.moves.length > 0 && (
        <Card title={t('moves')} flush>
          <DrawerMoves moves={shift.moves} />
        </Card>
      )}
      <Card title={t('close')}>
        <CloseShift
          shiftId={shift.id}
          assets={assets.map(({ asset }) => asset)}
          waiting={shift.waiting}
          idempotencyKey={randomUUID()}
          action={closeAction}
        />
      </Card>
    </>
  );
}

async function Closed({ actor, closedId }: { actor: TillVisitor['actor']; closedId: string }) {
  const [closed, recent, assets, t] = await Promise.all([
    closedId ? orNotFound(shiftView(actor, closedId)) : null,
    recentShifts(actor, { cashierId: actor.userId }),
    drawerToCount(actor),
    getTranslations('till.shift'),
  ]);
  const last = closed ?? recent.find(({ closedAt }) => closedAt !== null);
  return (
    <>
      <h1>{closed ? t('closedTitle') : t('title')}</h1>
      {closed && <ShiftResult shift={closed} />}
      <Card title={closed ? t('again') : t('open')}>
        <OpenShift
          assets={assets.map(({ asset }) => asset)}
          focused={closed === null}
          idempotencyKey={randomUUID()}
          action={openAction}
        />
      </Card>
      {!closed && last && (
        <section className="grid gap-3">
          <h2 className="text-base">{t('last')}</h2>
          <ShiftResult shift={last} />
        </section>
      )}
    </>
  );
}
