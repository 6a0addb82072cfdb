import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { ClientMessages } from '@/components/ui/client-messages';
import { TakeBack } from '@/components/withdrawal/take-back';
import { WithdrawalFacts } from '@/components/withdrawal/withdrawal-facts';
import { WithdrawalHeading } from '@/components/withdrawal/withdrawal-heading';
import { toLocale } from '@/lib/i18n/locales';
import { withdrawalVersion, withdrawalView } from '@/lib/wallet/withdrawal/withdrawal-queries';
import { takeBackAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return pageMetadata({ title: t('one') });
}

type Props = { params: Promise<{ withdrawalId: string }>; searchParams: PageQuery };

/** One of one's own withdrawals: where it stands, in words, and what it is. Moves by itself. */
export default async function WithdrawalPage({ params, searchParams }: Props) {
  const actor = await requirePageRole();
  const { withdrawalId } = await params;
  const version = await orNotFound(withdrawalVersion(actor, withdrawalId));
  const [withdrawal, done, t, locale] = await Promise.all([
    orNotFound(withdrawalView(actor, withdrawalId)),
    queryText(searchParams, 'done'),
    getTranslations('withdrawal'),
    getLocale(),
  ]);
  const open = withdrawal.stage !== 'paid' && withdrawal.stage !== 'canceled';
  return (
    <ClientMessages namespaces={['withdrawal']}>
      {open && <LiveRefresh url={`/api/live/withdrawals/${withdrawalId}`} version={version} />}
      <div className="grid max-w-2xl grid-cols-1 gap-5">
        <Link href="/cabinet/wallet/withdraw" className="link w-fit text-sm">
          {t('backToList')}
        </Link>
        {done && open && <Alert tone="success">{t('made')}</Alert>}
        <WithdrawalHeading withdrawal={withdrawal} />
        <WithdrawalFacts withdrawal={withdrawal} locale={toLocale(locale)} />
        {withdrawal.cancelable && (
          <div>
            <TakeBack withdrawalId={withdrawal.id} action={takeBackAction} />
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
