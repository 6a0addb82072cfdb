import type { LucideIcon } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import type { Localized } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';
import { type ListFilter, listHref } from '@/lib/payments/list-filter';
import { MoneyFilters, type MoneyFiltersProps } from './money-filters';

type MoneyListProps<View extends string> = Omit<MoneyFiltersProps, 'filter' | 'methods'> & {
  /** Address of the list. */
  path: string;
  filter: ListFilter<View>;
  /** What the views are, in one word, for those who do not see them. */
  label: string;
  views: { view: View; title: string; count?: number }[];
  methods: { id: string; titles: Localized }[];
  /** Said where there are no rows. */
  empty: { icon: LucideIcon; title: string; text: string };
  /** The table, or false where there are no rows. */
  children: ReactNode | false;
  /** The cursor of the next page. */
  next: string | null;
};

/** A list of money at the desk: its views, what narrows it, the table or why there is none, and the next page. */
export function MoneyList<View extends string>(props: MoneyListProps<View>) {
  const { path, filter, label, views, methods, words, searchHint, empty, children, next } = props;
  const locale = toLocale(useLocale());
  return (
    <>
      <Tabs
        label={label}
        tabs={views.map(({ view, title, count }) => ({
          href: listHref(path, { ...filter, view }),
          label: title,
          count,
          current: filter.view === view,
        }))}
      />
      <MoneyFilters
        filter={filter}
        methods={methods.map(({ id, titles }) => ({ id, title: titles[locale] }))}
        words={words}
        searchHint={searchHint}
      />
      <Card flush>
        {children || (
          <EmptyState icon={empty.icon} title={empty.title}>
            {empty.text}
          </EmptyState>
        )}
      </Card>
      <Pagination nextHref={next ? listHref(path, filter, next) : undefined} />
    </>
  );
}
