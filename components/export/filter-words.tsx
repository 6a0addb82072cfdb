import { useLocale, useTranslations } from 'next-intl';
import type { DeskChoices } from '@/lib/exchange/desk-choices';
import {
  type DeskFilter,
  type DeskFilterName,
  deskFilterParams,
  sortShown,
  statusesShown,
} from '@/lib/exchange/desk-filter';
import { toLocale } from '@/lib/i18n/locales';

/** What a filter lets through, said in words: also the statuses that count where none is named. */
export function FilterWords({ filter, choices }: { filter: DeskFilter; choices: DeskChoices }) {
  const t = useTranslations('export');
  const status = useTranslations('status');
  const locale = toLocale(useLocale());
  const shown: DeskFilter = { ...filter, status: statusesShown(filter), sort: sortShown(filter) };

  const word = (name: DeskFilterName, value: string): string => {
    const method = choices.methods.find(({ id }) => id === value);
    const person = choices.people.find(({ id }) => id === value);
    if (name === 'status') return isView(value) ? t(`views.${value}`) : status(value);
    if (name === 'type' || name === 'exception' || name === 'sort') return t(`${name}s.${value}`);
    if (name === 'operator' && value === 'none') return t('nobody');
    return method?.titles[locale] ?? person?.name ?? value;
  };
  const params = deskFilterParams(shown);
  const names = [...new Set(params.keys())] as DeskFilterName[];
  return (
    <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[max-content_1fr]">
      {names.map((name) => (
        <div key={name} className="grid gap-x-6 gap-y-1 sm:col-span-2 sm:grid-cols-subgrid sm:items-center">
          <dt className="text-muted">{t(`facts.${name}`)}</dt>
          <dd className="flex min-w-0 flex-wrap gap-1.5 break-words font-medium">
            {params
              .getAll(name)
              .map((value) => word(name, value))
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isView(value: string): value is 'waiting' | 'open' | 'all' {
  return value === 'waiting' || value === 'open' || value === 'all';
}
