'use client';

import { Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { CopyButton } from '@/components/ui/copy-button';
import { DisclosureMenu } from '@/components/ui/disclosure-menu';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import { mainBalance, type WalletGlance } from '@/lib/wallet/glance-balances';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { useGlance } from './use-glance';

/** Texts with places like `{amount}`: the texts of all the wallet's pages are not sent with every page. */
export type BalanceWords = { label: string; number: string; held: string; changed: string };

type BalanceMenuProps = {
  glance: WalletGlance;
  locale: Locale;
  words: BalanceWords;
  /** Where one can go from here. */
  children: ReactNode;
};

/** One balance, always true: it follows the wallet by itself. Behind it all balances, the number and the ways on. */
export function BalanceMenu({ glance: first, locale, words, children }: BalanceMenuProps) {
  const { glance, changed } = useGlance(first, locale, words.changed);
  const main = mainBalance(glance.balances);
  if (!main) return null;
  const told = `${formatAmount(main.balance, locale)} ${main.asset}`;
  return (
    <DisclosureMenu
      label={words.label.replace('{amount}', told)}
      look={{ variant: 'ghost' }}
      summary={
        <span data-wallet className="flex items-center gap-2">
          <Wallet aria-hidden="true" className="max-sm:hidden" />
          <span
            className={`rounded px-1 transition-colors duration-200 ${changed ? 'bg-success-soft' : ''}`}
            data-testid="head-balance"
          >
            <Amount value={main.balance} code={main.asset} className="font-semibold" />
          </span>
        </span>
      }
    >
      <div className="w-60">
        <dl className="grid gap-1 px-3 pt-1.5 pb-2">
          {glance.balances.map(({ asset, balance, held }) => (
            <div key={asset} className="grid grid-cols-[auto_1fr] items-baseline gap-x-4">
              <dt className="text-muted">{asset}</dt>
              <dd className="text-end">
                <Amount value={balance} className="font-medium" />
                {/[1-9]/.test(held) && (
                  <span className="numeric block text-xs text-muted">
                    {words.held.replace('{amount}', formatAmount(held, locale))}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex items-center justify-between gap-2 border-y border-separator py-1 ps-3 pe-1">
          <span className="grid">
            <span className="text-xs text-muted">{words.number}</span>
            <span className="numeric font-medium whitespace-nowrap">{formatWalletNumber(glance.number)}</span>
          </span>
          <CopyButton text={glance.number} label={words.number} />
        </div>
        {children}
      </div>
    </DisclosureMenu>
  );
}
