import type { ReactNode } from 'react';
import type { Theme } from '@/app/_theme/theme';
import type { UserActor } from '@/lib/auth/actor';
import { SectionNav } from './section-nav';
import type { Section } from './sections';
import { StaffHeader } from './staff-header';

type StaffShellProps = {
  actor: UserActor;
  theme: Theme;
  officeName: string;
  /** `wide`: the whole screen, for the desk; `column`: one column, for the till. */
  width?: 'wide' | 'column';
  /** Sections beside the content, for the admin area. */
  sections?: { label: string; list: Section[] };
  /** A line of pages above the content, for the desk. */
  nav?: ReactNode;
  children: ReactNode;
};

/** Desk, till and admin: a low head and all the room for the work. */
export function StaffShell({
  actor,
  theme,
  officeName,
  width = 'wide',
  sections,
  nav,
  children,
}: StaffShellProps) {
  const main = (
    <main id="main" tabIndex={-1} className={width === 'column' ? 'mx-auto w-full max-w-xl' : 'min-w-0'}>
      {children}
    </main>
  );
  return (
    <div className="flex min-h-dvh flex-col">
      <StaffHeader actor={actor} theme={theme} officeName={officeName} />
      {nav}
      {sections ? (
        <div className="grid grow content-start gap-4 p-4 lg:grid-cols-[12rem_minmax(0,72rem)] lg:gap-8 lg:py-6">
          <SectionNav label={sections.label} sections={sections.list} />
          {main}
        </div>
      ) : (
        <div className="grow p-4 lg:py-5">{main}</div>
      )}
    </div>
  );
}
