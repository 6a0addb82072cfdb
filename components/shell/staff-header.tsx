import { Menu } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Theme } from '@/app/_theme/theme';
import { DisclosureMenu } from '@/components/ui/disclosure-menu';
import { LocaleSwitch } from '@/components/ui/locale-switch';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { HeaderWallet } from '@/components/wallet/header-wallet';
import type { UserActor } from '@/lib/auth/actor';
import { AccountMenu } from './account-menu';
import { BrandLink } from './brand-link';
import { NavLink } from './nav-link';
import { areasOf } from './sections';

/** Head for those who work here: low, the parts of the house side by side. */
export function StaffHeader({
  actor,
  theme,
  officeName,
}: {
  actor: UserActor;
  theme: Theme;
  officeName: string;
}) {
  const t = useTranslations('shell');
  const areas = areasOf(actor).filter((area) => area.label !== 'cabinet');
  return (
    <header data-shell className="group/head border-b border-border bg-surface">
      <div className="flex h-13 items-center gap-2 px-4">
        <BrandLink name={officeName} label={t('home', { name: officeName })} />
        <nav aria-label={t('navigation.areas')} className="ms-4 hidden sm:block">
          <ul className="flex gap-1 text-sm">
            {areas.map((area) => (
              <li key={area.href}>
                <NavLink
                  href={area.href}
                  className="flex h-9 items-center rounded-lg px-3 text-muted hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-soft-foreground"
                >
                  {t(`areas.${area.label}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <div className="hidden items-center gap-2 md:flex">
            <ThemeSwitch current={theme} />
            <LocaleSwitch />
          </div>
          <HeaderWallet actor={actor} />
          <AccountMenu actor={actor} />
          <DisclosureMenu
            className="md:hidden"
            label={t('navigation.menu')}
            look={{ variant: 'ghost', iconOnly: true }}
            summary={<Menu aria-hidden="true" />}
          >
            <nav aria-label={t('navigation.areas')} className="sm:hidden">
              <ul>
                {areas.map((area) => (
                  <li key={area.href}>
                    <NavLink
                      href={area.href}
                      className="flex min-h-11 items-center rounded-lg px-3 hover:bg-surface-hover aria-[current=page]:font-medium"
                    >
                      {t(`areas.${area.label}`)}
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
