import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { currentActor, requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LiveRefresh } from '@/components/live/live-refresh';
import { CancelTopUp } from '@/components/top-up/cancel-form';
import { AtTheCounter } from '@/components/top-up/cashier-fields';
import { ClaimTopUpForm } from '@/components/top-up/claim-form';
import { PayBySystem } from '@/components/top-up/pay-by-system';
import { PayDirectly } from '@/components/top-up/pay-directly';
import { StepForm } from '@/components/top-up/step-form';
import { TopUpFacts } from '@/components/top-up/top-up-facts';
import { TopUpHeading } from '@/components/top-up/top-up-heading';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { now } from '@/lib/clock';
import { toLocale } from '@/lib/i18n/locales';
import { loadTopUpView, type TopUpView, topUpVersion } from '@/lib/wallet/top-up/top-up-view';
import { cancel, check, claim, pay } from './actions';

type TopUpPageProps = {
  params: Promise<{ topUpId: string }>;
  searchParams: Promise<{ back?: string | string[] }>;
};

const load = cache(async (topUpId: string) => orNotFound(loadTopUpView(await currentActor(), topUpId)));

/** The title moves with the state: it is what a tab in the background shows. */
export async function generateMetadata({ params }: TopUpPageProps): Promise<Metadata> {
  const [actor, t] = [await currentActor(), await getTranslations('topup')];
  if (actor.kind !== 'user') return pageMetadata({ title: t('title') });
  const { way, status, number } = await load((await params).topUpId);
  const statuses = way === 'cashier' ? 'requestStatuses' : 'statuses';
  return pageMetadata({ title: `${t(`${statuses}.${status}`)} · ${t('number', { number })}` });
}

/** One top-up: what is so, what to do now, where to pay. A return from the payment system leads here. */
export default async function OneTopUpPage({ params, searchParams }: TopUpPageProps) {
  const actor = await requirePageRole();
  const { topUpId } = await params;
  const cameBack = (await searchParams).back !== undefined;
  const version = await orNotFound(topUpVersion(actor, topUpId));
  const [topUp, t] = [await load(topUpId), await getTranslations('topup')];
  const locale = toLocale(await getLocale());
  const secondsLeft =
    topUp.expiresAt === null ? null : Math.max(0, (Date.parse(topUp.expiresAt) - now().getTime()) / 1000);
  return (
    <ClientMessages namespaces={['topup', 'order', 'payments']}>
      <LiveRefresh url={`/api/live/top-ups/${topUpId}`} version={version} />
      <div className="grid grid-cols-1 gap-5">
        <Link href="/cabinet/top-up" className="link flex w-fit items-center gap-1.5 text-sm">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {t('back')}
        </Link>
        <TopUpHeading topUp={topUp} locale={locale} secondsLeft={secondsLeft} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 gap-5 empty:hidden">
            {cameBack && topUp.may.start && topUp.payment?.step && (
              <Awaited topUpId={topUpId} system={topUp.payment.system[locale]} />
            )}
            <WhatToDo topUp={topUp} />
          </div>
          <div className="grid min-w-0 gap-5">
            <TopUpFacts topUp={topUp} locale={locale} />
            {topUp.may.cancel && (
              <CancelTopUp action={cancel} topUpId={topUpId} request={topUp.way === 'cashier'} />
            )}
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}

async function WhatToDo({ topUp }: { topUp: TopUpView }) {
  const t = await getTranslations('topup');
  const locale = toLocale(await getLocale());
  const { id, way, status, may, claimRules } = topUp;
  return (
    <>
      {topUp.reason && status === 'declined' && (
        <Alert tone="danger" title={t('reason')}>
          <span className="whitespace-pre-line [overflow-wrap:anywhere]">{topUp.reason}</span>
        </Alert>
      )}
      {may.start && <PayBySystem topUp={topUp} locale={locale} pay={pay} />}
      {may.claim && <PayDirectly topUp={topUp} locale={locale} />}
      {may.claim && claimRules && <ClaimTopUpForm action={claim} topUpId={id} rules={claimRules} />}
      {may.claimLate && claimRules && <ClaimTopUpForm action={claim} topUpId={id} rules={claimRules} late />}
      {way === 'cashier' && (status === 'waiting' || status === 'claimed') && (
        <Card>
          <AtTheCounter walletNumber={topUp.walletNumber} />
        </Card>
      )}
      {status !== 'waiting' && status !== 'claimed' && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/cabinet/wallet" variant={status === 'credited' ? 'primary' : 'secondary'}>
            {t('toWallet')}
          </ButtonLink>
          <ButtonLink href="/cabinet/top-up" variant="outline">
            {t('again')}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

/** He has come back, and the system has not said yet that he paid: that nothing is wrong, and what comes next. */
async function Awaited({ topUpId, system }: { topUpId: string; system: string }) {
  const [t, words] = [await getTranslations('payments.waiting'), await getTranslations('topup.pay')];
  return (
    <Alert tone="info" title={t('title')}>
      <div className="grid gap-3">
        <p>
          {t('text', { system })} {t('unpaid')}
        </p>
        <StepForm action={check} topUpId={topUpId} submit={words('check')} small />
      </div>
    </Alert>
  );
}
