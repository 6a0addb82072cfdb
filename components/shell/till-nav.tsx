import type { LucideIcon } from 'lucide-react';
import { CalendarDays, Inbox, Landmark, Minus, Plus, UserCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NavLink } from './nav-link';

/** What is open to whoever stands at the till. */
export type TillRights = { works: boolean; mayWriteOff: boolean; mayApprove: boolean };

type TillSection = {
  href: string;
  label: 'topUp' | 'writeOff' | 'requests' | 'approvals' | 'day' | 'shift';
  icon: LucideIcon;
  exact?: boolean;
  isFor: (rights: TillRights) => boolean;
};

const sections: TillSection[] = [
  { href: '/cashier', label: 'topUp', icon: Plus, exact: true, isFor: ({ works }) => works },
  {
    href: '/cashier/write-off',
    label: 'writeOff',
    icon: Minus,
    isFor: ({ works, mayWriteOff }) => works && mayWriteOff,
  },
  { href: '/cashier/requests', label: 'requests', icon: Inbox, isFor: ({ works }) => works },
  {
    href: '/cashier/approvals',
    label: 'approvals',
    icon: UserCheck,
    isFor: ({ mayApprove }) => mayApprove,
  },
  { href: '/cashier/day', label: 'day', icon: CalendarDays, isFor: () => true },
  { href: '/cashier/shift', label: 'shift', icon: Landmark, isFor: ({ works }) => works },
];

type TillNavProps = {
  label: string;
  rights: TillRights;
  /** What waits, by page: told beside the name where there is something. */
  counts: { requests: number; approvals: number };
};

const item =
  'flex min-h-12 items-center gap-2 border-b-2 border-transparent px-2 text-sm whitespace-nowrap text-muted hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-foreground aria-[current=page]:[scroll-initial-target:nearest] sm:px-4';

/** The till's pages in one line, which scrolls sideways where the screen is narrow. */
export function TillNav({ label, rights, counts }: TillNavProps) {
  const t = useTranslations('till.nav');
  const countOf: Partial<Record<TillSection['label'], number>> = counts;
  return (
    <nav aria-label={label} className="border-b border-border bg-surface px-1 lg:px-2">
      <ul className="flex overflow-x-auto">
        {sections
          .filter(({ isFor }) => isFor(rights))
          .map(({ icon: Icon, href, exact, label: name }) => (
            <li key={href}>
              <NavLink href={href} exact={exact} className={item}>
                <Icon aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
                {t(name)}
                {Boolean(countOf[name]) && (
                  <span className="numeric rounded-full bg-warning-soft px-1.5 text-xs font-medium text-warning-soft-foreground">
                    {countOf[name]}
                  </span>
                )}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
