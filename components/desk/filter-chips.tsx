import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import type { DeskChoices } from '@/lib/exchange/desk-choices';
import { type DeskFilter, type DeskFilterName, deskFilterParams } from '@/lib/exchange/desk-filter';
import { toLocale } from '@/lib/i18n/locales';

type FilterChipsProps = { filter: DeskFilter; choices: DeskChoices };

/** The filters that stand, each a link that takes it away. The statuses have their tabs, unless there are several. */
export function FilterChips({ filter, choices }: FilterChipsProps) {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const locale = toLocale(useLocale());
  const names = new Set(deskFilterParams(filter).keys()) as Set<DeskFilterName>;
  const chips = [...names]
    .filter((name) => name !== 'sort')
    .filter((name) => name !== 'status' || filter.status.length > 1);
  if (chips.length === 0) return null;

  const words = (name: DeskFilterName, value: string): string => {
    if (name === 'status') return isView(value) ? t(`tabs.${value}`) : t(`status.${value}`);
    if (name === 'type') return t(`types.${value}`);
    if (name === 'from' || name === 'to')
      return choices.methods.find((method) => method.id === value)?.titles[locale] ?? value;
    if (name === 'exception') return value === 'any' ? t('filters.anyException') : t(`exceptions.${value}`);
    if (name === 'operator')
      return value === 'none'
        ? t('filters.nobody')
        : (choices.people.find(({ id }) => id === value)?.name ?? value);
    return value;
  };
  return (
    <ul className="flex flex-wrap items-center gap-1.5" aria-label={t('filters.active')}>
      {chips.map((name) => {
        const value = [filter[name] ?? []].flat().map((one) => words(name, one));
        const label = `${t(`filters.${name}`)}: ${value.join(', ')}`;
        const without = { ...filter, [name]: Array.isArray(filter[name]) ? [] : undefined };
        return (
          <li key={name}>
            <Link
              href={`/desk?${deskFilterParams(without)}`}
              prefetch={false}
              aria-label={t('filters.remove', { filter: label })}
              className="flex min-h-8 max-w-80 items-center gap-1 rounded-full border border-border bg-surface ps-3 pe-2 text-xs hover:bg-surface-hover"
            >
              <span className="truncate">{label}</span>
              <X aria-hidden="true" className="size-3.5 shrink-0" />
            </Link>
          </li>
        );
      })}
      <li>
        <Link href="/desk" prefetch={false} className="link px-1 text-xs">
          {common('clear')}
        </Link>
      </li>
    </ul>
  );
}

function isView(value: string): value is 'waiting' | 'open' | 'all' {
  return value === 'waiting' || value === 'open' || value === 'all';
}
