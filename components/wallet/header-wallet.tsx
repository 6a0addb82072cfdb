import { ArrowLeftRight, History, Plus, Send, Wallet } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { NavLink } from '@/components/shell/nav-link';
import type { UserActor } from '@/lib/auth/actor';
import { toLocale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { walletGlance } from '@/lib/wallet/wallet-glance';
import { BalanceMenu } from './balance-menu';

/** `use`: shown where the office allows that. */
const links = [
  { href: '/cabinet/wallet', label: 'wallet', icon: Wallet },
  { href: '/cabinet/top-up', label: 'topUp', icon: Plus },
  { href: '/cabinet/wallet/transfer', label: 'transfer', icon: Send, use: 'transfers' },
  { href: '/', label: 'exchange', icon: ArrowLeftRight, use: 'exchange' },
  { href: '/cabinet/wallet/history', label: 'history', icon: History },
] as const;

/** The wallet in the head of every page of somebody signed in; nothing while wallets are off. */
export async function HeaderWallet({ actor }: { actor: UserActor }) {
  // The head must come out though the database does not answer: without a balance then, never with a wrong one.
  const glance = await walletGlance(actor).catch((error) => {
    log.warn({ err: error }, 'the head of a page has no balance');
    return null;
  });
  if (!glance || glance.balances.length === 0) return null;
  const t = await getTranslations('wallet.head');
  const locale = toLocale(await getLocale());
  const title = glance.titles[locale];
  const shown = links.filter((link) => !('use' in link) || glance.uses[link.use]);
  return (
    <BalanceMenu
      glance={glance}
      locale={locale}
      words={{
        label: t('label', { title, amount: '{amount}' }),
        number: t('number'),
        held: t('held', { amount: '{amount}' }),
        changed: t('changed', { title, change: '{change}', balance: '{balance}' }),
      }}
    >
      <ul className="pt-1">
        {shown.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <NavLink
              href={href}
              exact
              className="flex min-h-11 items-center gap-2.5 rounded-lg px-3 hover:bg-surface-hover aria-[current=page]:font-medium md:min-h-9"
            >
              <Icon aria-hidden="true" className="size-4 text-muted" />
              {label === 'wallet' ? title : t(`links.${label}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </BalanceMenu>
  );
}
