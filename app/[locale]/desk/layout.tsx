import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { askToSignIn } from '@/app/_i18n/ask-to-sign-in';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { DeskNav } from '@/components/shell/desk-nav';
import { rolesOf } from '@/components/shell/sections';
import { StaffShell } from '@/components/shell/staff-shell';
import { hasRole } from '@/lib/auth/actor';

/** Turns strangers away, for comfort; the pages ask for their roles by themselves. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [actor, theme, office] = await Promise.all([currentActor(), currentTheme(), officeWords()]);
  if (actor.kind !== 'user') return askToSignIn();
  if (!hasRole(actor, ...rolesOf('desk'))) notFound();
  const t = await getTranslations('shell');
  return (
    <StaffShell
      actor={actor}
      theme={theme}
      officeName={office.officeName}
      nav={<DeskNav label={t('areas.desk')} />}
    >
      {children}
    </StaffShell>
  );
}
