import type { ReactNode } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { SiteShell } from '@/components/shell/site-shell';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [actor, theme, office] = await Promise.all([currentActor(), currentTheme(), officeWords()]);
  return (
    <SiteShell actor={actor} theme={theme} {...office}>
      {children}
    </SiteShell>
  );
}
