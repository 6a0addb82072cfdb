import { randomUUID } from 'node:crypto';
import { PiggyBank } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { short } from '@/components/top-up/fee-words';
import { TopUpForm } from '@/components/top-up/top-up-form';
import { TopUpLines } from '@/components/top-up/top-up-lines';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Tabs } from '@/components/ui/tabs';
import { toLocale } from '@/lib/i18n/locales';
import { type TopUpPageView, topUpPage } from '@/lib/wallet/top-up/top-up-page';
import { create } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topup');
  return pageMetadata({ title: t('title') });
}

/** How much, and by which of the ways that are open now. Where there is none, the page says so. */
export default async function TopUpPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const [view, t] = await Promise.all([
    topUpPage(actor, await queryText(searchParams, 'asset')),
    getTranslations('topup'),
  ]);
  return (
    <ClientMessages namespaces={['topup', 'order']}>
      <div className="grid max-w-3xl grid-cols-1 gap-5">
        <div className="grid gap-1">
          <h1>{t('title')}</h1>
          {view.chosen && <p className="text-muted">{t('lead')}</p>}
        </div>
        {view.open.length > 0 && (
          <Card title={t('open')}>
            <TopUpLines lines={view.open} />
          </Card>
        )}
        {view.chosen ? <Form view={view} chosen={view.chosen} /> : <Impossible on={view.on} />}
        {view.recent.length > 0 && (
          <Card title={t('recent')}>
            <TopUpLines lines={view.recent} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}

type Chosen = NonNullable<TopUpPageView['chosen']>;

async function Form({ view, chosen }: { view: TopUpPageView; chosen: Chosen }) {
  const t = await getTranslations('topup');
  const locale = toLocale(await getLocale());
  return (
    <div className="grid gap-5">
      {view.assets.length > 1 && (
        <Tabs
          label={t('assets')}
          tabs={view.assets.map(({ code }) => ({
            href: `/cabinet/top-up?asset=${code}`,
            label: code,
            current: code === chosen.asset,
          }))}
        />
      )}
      <TopUpForm
        key={chosen.asset}
        action={create}
        {...chosen}
        dayLeft={chosen.dayLeft === null ? null : short(chosen.dayLeft, locale)}
        walletNumber={view.walletNumber}
        idempotencyKey={randomUUID()}
      />
    </div>
  );
}

async function Impossible({ on }: { on: boolean }) {
  const t = await getTranslations('topup');
  const words = on ? 'impossible' : 'off';
  return (
    <Card>
      <EmptyState icon={PiggyBank} title={t(`${words}.title`)}>
        <div className="grid justify-items-center gap-4">
          <p className="max-w-[60ch]">{t(`${words}.text`)}</p>
          {on && <ButtonLink href="/cabinet/wallet">{t('impossible.wallet')}</ButtonLink>}
        </div>
      </EmptyState>
    </Card>
  );
}
