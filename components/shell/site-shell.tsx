import type { ReactNode } from 'react';
import type { Theme } from '@/app/_theme/theme';
import type { Actor } from '@/lib/auth/actor';
import { SiteFooter, type SiteFooterProps } from './site-footer';
import { SiteHeader } from './site-header';

type SiteShellProps = SiteFooterProps & { actor: Actor; theme: Theme; children: ReactNode };

/** Storefront: head, content, foot. */
export function SiteShell({ actor, theme, children, ...office }: SiteShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader actor={actor} theme={theme} officeName={office.officeName} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-6 sm:px-6 sm:py-10">
        {children}
      </main>
      <SiteFooter {...office} />
    </div>
  );
}
