import type { Metadata } from 'next';
import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { PayoutLacksAlert } from '@/components/admin/payout-lacks-alert';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { listDirections, listMarketRates, listMethods } from '@/lib/catalog/queries';
import { lastReconcile } from '@/lib/ledger/reconcile';
import { lettersInTrouble } from '@/lib/notify/letter-queries';
import { listConnections } from '@/lib/payments/connections/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.overview');
  return pageMetadata({ title: t('title') });
}

/** What an admin looks at first: what is missing, what stands open, how much there is. */
export default async function AdminPage() {
  const actor = await requirePageRole('admin');
  const [connections, methods, directions, rates, books, letters] = await Promise.all([
    listConnections(actor),
    listMethods(actor),
    listDirections(actor),
    listMarketRates(actor),
    lastReconcile(actor),
    lettersInTrouble(actor),
  ]);
  const [t, format, now] = await Promise.all([getTranslations('admin.overview'), getFormatter(), getNow()]);
  const bare = methods
    .filter((method) => method.enabled && method.needsRequisites && method.requisites === 0)
    .map(({ code }) => code);
  const reserved = methods.filter(({ kind }) => kind !== 'wallet');
  const failing = connections
    .filter(({ state }) => state === 'broken' || state === 'unusable')
    .map(({ label }) => label);
  const [oldest] = rates.map(({ updatedAt }) => updatedAt).sort((a, b) => a.getTime() - b.getTime());
  const count = (list: { enabled: boolean }[]) => ({
    open: list.filter(({ enabled }) => enabled).length,
    all: list.length,
  });
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} />
      {books && !books.clean && (
        <Alert tone="danger">
          {t('booksWrong')}{' '}
          <Link href="/admin/ledger" className="link">
            {t('seeLedger')}
          </Link>
        </Alert>
      )}
      {failing.length > 0 && (
        <Alert tone="danger">
          {t('systemsFail', { labels: failing.join(', ') })}{' '}
          <Link href="/admin/systems" className="link">
            {t('seeSystems')}
          </Link>
        </Alert>
      )}
      {letters > 0 && (
        <Alert tone="warning">
          {t('lettersFail', { count: letters })}{' '}
          <Link href="/admin/letters?state=failed" className="link">
            {t('seeLetters')}
          </Link>
        </Alert>
      )}
      <PayoutLacksAlert methods={methods} />
      {bare.length > 0 && <Alert tone="warning">{t('withoutRequisites', { codes: bare.join(', ') })}</Alert>}
      <div className="grid gap-5 md:grid-cols-3">
        <Overview title={t('methods')} href="/admin/methods" open={t('open')}>
          {t('methodsText', count(methods))}
        </Overview>
        <Overview title={t('directions')} href="/admin/directions" open={t('open')}>
          {t('directionsText', count(directions))}
        </Overview>
        <Overview title={t('rates')} href="/admin/rates" open={t('open')}>
          {t('ratesText', { count: rates.length })}{' '}
          {oldest && t('oldestRate', { ago: format.relativeTime(oldest, now) })}
        </Overview>
      </div>
      <Card
        title={t('reserves')}
        action={
          <Link className="link text-sm" href="/admin/reserves">
            {t('open')}
            <span className="sr-only">: {t('reserves')}</span>
          </Link>
        }
      >
        <ul className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2 lg:grid-cols-3">
          {reserved.map((method) => (
            <li key={method.id} className="flex items-baseline justify-between gap-3 text-sm">
              <span className="text-muted">{method.code}</span>
              <Amount value={method.available} code={method.assetCode} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Overview({
  title,
  href,
  open,
  children,
}: {
  title: string;
  href: string;
  open: string;
  children: ReactNode;
}) {
  return (
    <Card
      title={title}
      action={
        <Link className="link text-sm" href={href}>
          {open}
          <span className="sr-only">: {title}</span>
        </Link>
      }
    >
      <p className="text-sm">{children}</p>
    </Card>
  );
}
