import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { WalletHoldView } from '@/lib/wallet/wallet-holds';
import type { WalletView } from '@/lib/wallet/wallet-queries';

/** A hold with the page of what it is for, where that has one. */
export type HoldRow = WalletHoldView & { href: string | null };

type BalancesCardProps = {
  balances: WalletView['balances'];
  holds: HoldRow[];
  /** What can be done with the money. */
  actions: ReactNode;
};

/** What is in the wallet, how much of it can be spent, and why the rest cannot. */
export function BalancesCard({ balances, holds, actions }: BalancesCardProps) {
  const t = useTranslations('wallet.home');
  return (
    <Card title={t('balances')}>
      <div className="grid gap-5">
        {balances.length === 0 && <p className="text-muted">{t('empty')}</p>}
        <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
          {balances.map(({ asset, balance, held, available }) => (
            <li key={asset} className="grid content-start gap-0.5">
              <Amount value={balance} code={asset} size="lg" />
              {isSomething(held) && (
                <span className="numeric grid text-sm text-muted">
                  <span>
                    {t.rich('available', { amount: () => <Amount value={available} code={asset} /> })}
                  </span>
                  <span>{t.rich('onHold', { amount: () => <Amount value={held} code={asset} /> })}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
        {actions}
        {holds.length > 0 && <Holds holds={holds} />}
      </div>
    </Card>
  );
}

function Holds({ holds }: { holds: HoldRow[] }) {
  const t = useTranslations('wallet.home');
  return (
    <div className="grid gap-2 border-t border-separator pt-4 text-sm">
      <h3 className="font-medium">{t('holds')}</h3>
      <ul className="grid gap-2">
        {holds.map(({ holdId, asset, amount, reason, at, href }) => (
          <li key={holdId} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              {href ? (
                <Link href={href} className="link">
                  {t(`holdReasons.${reason}`)}
                </Link>
              ) : (
                t(`holdReasons.${reason}`)
              )}{' '}
              <span className="text-muted">
                {t('since')} <Time value={new Date(at)} show="exact" />
              </span>
            </span>
            <Amount value={amount} code={asset} className="font-medium" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function isSomething(amount: string): boolean {
  return /[1-9]/.test(amount);
}
