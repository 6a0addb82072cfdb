import { Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { UserActor } from '@/lib/auth/actor';
import { subjectHref } from '@/lib/wallet/subject-href';
import { walletHolds } from '@/lib/wallet/wallet-holds';
import { walletView } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';
import { WalletRefresh } from './wallet-refresh';

/** The wallet on the cabinet's first page: what is in it and what of it waits; nothing while wallets are off. */
export async function OverviewWallet({ actor }: { actor: UserActor }) {
  if (!(await walletSettings()).on) return null;
  const t = await getTranslations('wallet');
  const [{ balances }, holds] = await Promise.all([walletView(actor), walletHolds(actor)]);
  const filled = balances.filter(({ balance }) => /[1-9]/.test(balance));
  return (
    <Card
      title={t('overview.title')}
      action={
        <Link href="/cabinet/wallet" className="link text-sm">
          {t('overview.open')}
        </Link>
      }
    >
      <WalletRefresh />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        {filled.length === 0 ? (
          <p className="max-w-[52ch] text-muted">{t('overview.empty')}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-8 gap-y-3">
            {filled.map(({ asset, balance }) => (
              <li key={asset}>
                <Amount value={balance} code={asset} size="lg" />
              </li>
            ))}
          </ul>
        )}
        <ButtonLink href="/cabinet/top-up" variant="outline">
          <Plus aria-hidden="true" />
          {t('overview.topUp')}
        </ButtonLink>
      </div>
      {holds.length > 0 && (
        <ul className="mt-4 grid gap-2 border-t border-separator pt-4 text-sm">
          {holds.map(({ holdId, reason, amount, asset, subject }) => {
            const href = subjectHref(subject);
            const words = t(`home.holdReasons.${reason}`);
            return (
              <li key={holdId} className="flex flex-wrap items-baseline justify-between gap-x-4">
                {href ? (
                  <Link href={href} className="link">
                    {words}
                  </Link>
                ) : (
                  <span>{words}</span>
                )}
                <span className="text-muted">
                  {t.rich('overview.held', { amount: () => <Amount value={amount} code={asset} /> })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
