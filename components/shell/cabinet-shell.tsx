import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Theme } from '@/app/_theme/theme';
import type { UserActor } from '@/lib/auth/actor';
import { SectionNav } from './section-nav';
import { cabinetSections } from './sections';
import { SiteFooter, type SiteFooterProps } from './site-footer';
import { SiteHeader } from './site-header';

type CabinetShellProps = SiteFooterProps & {
  actor: UserActor;
  theme: Theme;
  /** How the office names its wallets; null while it keeps none. */
  wallet: { title: string } | null;
  children: ReactNode;
};

/** The customer's own part: the storefront's head and foot, his sections beside the content. */
export function CabinetShell({ actor, theme, wallet, children, ...office }: CabinetShellProps) {
  const t = useTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader actor={actor} theme={theme} officeName={office.officeName} />
      <div className="mx-auto grid w-full max-w-6xl grow content-start gap-6 px-4 py-6 sm:px-6 sm:py-8 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10">
        <SectionNav label={t('areas.cabinet')} sections={cabinetSections(wallet)} />
        <main id="main" tabIndex={-1} className="min-w-0">
          {children}
        </main>
      </div>
      <SiteFooter {...office} />
    </div>
  );
}
