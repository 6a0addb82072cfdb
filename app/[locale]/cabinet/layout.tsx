import type { ReactNode } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { askToSignIn } from '@/app/_i18n/ask-to-sign-in';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { CabinetShell } from '@/components/shell/cabinet-shell';

/** Sends a guest to sign in, for comfort; the pages ask who is there by themselves. */
export default async function CabinetLayout({ children }: { children: ReactNode }) {
  const [actor, theme, office] = await Promise.all([currentActor(), currentTheme(), officeWords()]);
  if (actor.kind !== 'user') return askToSignIn();
  return (
    <CabinetShell actor={actor} theme={theme} {...office}>
      {children}
    </CabinetShell>
  );
}
