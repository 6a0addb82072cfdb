import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { currentActor, requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ClaimForm } from '@/components/pay/claim-form';
import { GiveUpForm } from '@/components/pay/give-up-form';
import { PaySystemCard } from '@/components/pay/pay-system-card';
import { PaymentAwaited } from '@/components/pay/payment-awaited';
import { AtTheCounter } from '@/components/top-up/cashier-fields';
import { PayDirectly } from '@/components/top-up/pay-directly';
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
              <PaymentAwaited action={check} subject={{ topUpId }} system={topUp.payment.system[locale]} />
            )}
            <WhatToDo topUp={topUp} />
          </div>
          <div className="grid min-w-0 gap-5">
            <TopUpFacts topUp={topUp} locale={locale} />
            {topUp.may.cancel && (
              <GiveUpForm
                action={cancel}
                subject={{ topUpId }}
                words={{
                  open: t('cancel.open'),
                  text: t(topUp.way === 'cashier' ? 'cancel.textCashier' : 'cancel.text'),
                  submit: t('cancel.submit'),
                }}
              />
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
  const { id, way, status, may, claimRules, payment } = topUp;
  const subject = { topUpId: id };
  return (
    <>
      {topUp.reason && status === 'declined' && (
        <Alert tone="danger" title={t('reason')}>
          <span className="whitespace-pre-line [overflow-wrap:anywhere]">{topUp.reason}</span>
        </Alert>
      )}
      {may.start && payment && (
        <PaySystemCard
          title={t('pay.title', { system: payment.system[locale] })}
          system={payment.system[locale]}
          amount={topUp.amount}
          asset={topUp.asset}
          payment={payment}
          action={pay}
          subject={subject}
        />
      )}
      {may.claim && <PayDirectly topUp={topUp} locale={locale} />}
      {may.claim && claimRules && <ClaimForm action={claim} subject={subject} rules={claimRules} />}
      {may.claimLate && claimRules && (
        <ClaimForm action={claim} subject={subject} rules={claimRules} lateIntro={t('claim.lateIntro')} />
      )}
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
