import { useTranslations } from 'next-intl';
import { NavLink } from './nav-link';
import { deskSections } from './sections';

const item =
  'flex min-h-10 items-center gap-2 border-b-2 border-transparent px-2.5 text-sm sm:px-3 whitespace-nowrap text-muted hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-foreground aria-[current=page]:[scroll-initial-target:nearest]';

/** The desk's pages in one line, which scrolls sideways where the screen is narrow. */
export function DeskNav({ label }: { label: string }) {
  const t = useTranslations('shell');
  return (
    <nav aria-label={label} className="border-b border-border bg-surface px-1 lg:px-2">
      <ul className="flex overflow-x-auto">
        {deskSections.map(({ icon: Icon, href, exact, label: name }) => (
          <li key={href}>
            <NavLink href={href} exact={exact} className={item}>
              <Icon aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
              {t(`sections.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
