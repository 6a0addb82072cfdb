import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NavLink } from './nav-link';
import type { Section } from './sections';

const row =
  'flex min-h-11 items-center gap-2.5 rounded-lg px-3 text-sm text-muted hover:bg-surface-hover hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-soft-foreground lg:min-h-9';

/**
 * Sections of one part of the house: a column beside the content, on narrow screens one line that opens. Needs no
 * JavaScript.
 */
export function SectionNav({ label, sections }: { label: string; sections: Section[] }) {
  const t = useTranslations('shell');
  const list = (
    <ul className="grid gap-0.5">
      {sections.map(({ icon: Icon, ...section }, index) => (
        <li key={section.href}>
          {section.group && section.group !== sections[index - 1]?.group && (
            <p className="px-3 pt-3 pb-1 text-xs font-medium text-muted">
              {t(`sectionGroups.${section.group}`)}
            </p>
          )}
          <NavLink href={section.href} exact={section.exact} className={row}>
            <Icon aria-hidden="true" className="size-4 shrink-0" />
            {section.title ?? t(`sections.${section.label}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={label} className="lg:sticky lg:top-6">
      <details className="group rounded-lg border border-border bg-surface lg:hidden">
        <summary className="flex min-h-11 items-center justify-between px-3 text-sm font-medium">
          {t('navigation.sections')}
          <ChevronDown aria-hidden="true" className="size-4 text-muted group-open:rotate-180" />
        </summary>
        <div className="border-t border-separator p-1.5">{list}</div>
      </details>
      <div className="hidden lg:block">{list}</div>
    </nav>
  );
}
