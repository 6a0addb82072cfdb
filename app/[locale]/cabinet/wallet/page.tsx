import { Wallet } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { BalancesCard } from '@/components/wallet/balances-card';
import { HistoryTable } from '@/components/wallet/history-table';
import { HowToTopUp } from '@/components/wallet/how-to-top-up';
import { NumberCard } from '@/components/wallet/number-card';
import { WalletActions } from '@/components/wallet/wallet-actions';
import { WalletOff } from '@/components/wallet/wallet-off';
import { WalletRefresh } from '@/components/wallet/wallet-refresh';
import { toLocale } from '@/lib/i18n/locales';
import { methodTitlesOf } from '@/lib/wallet/method-titles';
import { subjectHref } from '@/lib/wallet/subject-href';
import { walletHolds } from '@/lib/wallet/wallet-holds';
import { walletHistory, walletView } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';

const lastLines = 5;

export async function generateMetadata(): Promise<Metadata> {
  const [settings, locale] = await Promise.all([walletSettings(), getLocale()]);
  return pageMetadata({ title: settings.titles[toLocale(locale)] });
}

/** One's own wallet: what to tell the cashier, what is in it, what can be done, what was done last. */
export default async function WalletPage() {
  const actor = await requirePageRole();
  const settings = await walletSettings();
  if (!settings.on) return <WalletOff />;
  const t = await getTranslations('wallet');
  const locale = toLocale(await getLocale());
  const [wallet, holds, history] = await Promise.all([
    walletView(actor),
    walletHolds(actor),
    walletHistory(actor),
  ]);
  const lines = history.lines.slice(0, lastLines);
  return (
    <div className="grid grid-cols-1 gap-5">
      <WalletRefresh />
      <div className="grid gap-1">
        <h1>{settings.titles[locale]}</h1>
        <p className="text-muted">{t('home.lead')}</p>
      </div>
      <NumberCard number={wallet.number} />
      <BalancesCard
        balances={wallet.balances}
        holds={holds.map((hold) => ({ ...hold, href: subjectHref(hold.subject) }))}
        actions={<WalletActions uses={settings.uses} />}
      />
      <HowToTopUp />
      <Card
        flush
        title={t('home.last')}
        action={
          <Link href="/cabinet/wallet/history" className="link text-sm">
            {t('home.all')}
          </Link>
        }
      >
        {lines.length > 0 ? (
          <HistoryTable
            lines={lines.map((line) => ({ ...line, href: subjectHref(line.subject) }))}
            titles={await methodTitlesOf(lines)}
          />
        ) : (
          <EmptyState icon={Wallet} title={t('history.emptyTitle')}>
            {t('history.emptyText')}
          </EmptyState>
        )}
      </Card>
    </div>
  );
}
