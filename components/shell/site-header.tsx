import { Menu } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Theme } from '@/app/_theme/theme';
import { ButtonLink } from '@/components/ui/button';
import { DisclosureMenu } from '@/components/ui/disclosure-menu';
import { LocaleSwitch } from '@/components/ui/locale-switch';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { HeaderWallet } from '@/components/wallet/header-wallet';
import type { Actor } from '@/lib/auth/actor';
import { AccountMenu } from './account-menu';
import { BrandLink } from './brand-link';
import { NavLink } from './nav-link';
import { siteSections } from './sections';

type SiteHeaderProps = { actor: Actor; theme: Theme; officeName: string };

/** Head of the storefront and the cabinet. On a phone the links and switches fold into one menu. */
export function SiteHeader({ actor, theme, officeName }: SiteHeaderProps) {
  const t = useTranslations('shell');
  return (
    <header data-shell className="group/head border-b border-border bg-surface">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <BrandLink name={officeName} label={t('home', { name: officeName })} />
        <nav aria-label={t('navigation.site')} className="ms-6 hidden md:block">
          <ul className="flex gap-1 text-sm">
            {siteSections.map((section) => (
              <li key={section.href}>
                <NavLink
                  href={section.href}
                  exact={section.exact}
                  className="flex h-10 items-center rounded-lg px-3 text-muted hover:text-foreground aria-[current=page]:font-medium aria-[current=page]:text-foreground"
                >
                  {t(`sections.${section.label}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <div className="hidden items-center gap-2 lg:flex">
            <ThemeSwitch current={theme} />
            <LocaleSwitch />
          </div>
          {actor.kind === 'user' ? (
            <>
              <HeaderWallet actor={actor} />
              <AccountMenu actor={actor} />
            </>
          ) : (
            <ButtonLink href="/sign-in" variant="outline" className="whitespace-nowrap">
              {t('account.signIn')}
            </ButtonLink>
          )}
          <DisclosureMenu
            className="lg:hidden"
            label={t('navigation.menu')}
            look={{ variant: 'ghost', iconOnly: true }}
            summary={<Menu aria-hidden="true" />}
          >
            <nav aria-label={t('navigation.site')} className="md:hidden">
              <ul>
                {siteSections.map(({ icon: Icon, ...section }) => (
                  <li key={section.href}>
                    <NavLink
                      href={section.href}
                      exact={section.exact}
                      className="flex min-h-11 items-center gap-2.5 rounded-lg px-3 hover:bg-surface-hover aria-[current=page]:font-medium"
                    >
                      <Icon aria-hidden="true" className="size-4 text-muted" />
                      {t(`sections.${section.label}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
            <div className="flex items-center justify-between gap-4 p-2">
              <ThemeSwitch current={theme} />
              <LocaleSwitch />
            </div>
          </DisclosureMenu>
        </div>
      </div>
    </header>
  );
}
