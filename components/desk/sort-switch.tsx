import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { type DeskFilter, deskFilterParams, deskSorts, sortShown } from '@/lib/exchange/desk-filter';

/** Oldest waiting first, or newest first. */
export function SortSwitch({ filter }: { filter: DeskFilter }) {
  const t = useTranslations('desk.sort');
  const shown = sortShown(filter);
  return (
    <nav aria-label={t('label')} className="flex gap-1">
      {deskSorts.map((sort) => (
        <Link
          key={sort}
          href={`/desk?${deskFilterParams({ ...filter, sort })}`}
          prefetch={false}
          aria-current={sort === shown ? 'true' : undefined}
          className="flex min-h-8 items-center rounded px-2 hover:text-foreground aria-[current=true]:font-semibold aria-[current=true]:text-foreground"
        >
          {t(sort)}
        </Link>
      ))}
    </nav>
  );
}
