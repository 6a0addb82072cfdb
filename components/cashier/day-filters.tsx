import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { TillFilter } from '@/lib/cashier/till-day';
import { moneyKinds, tillKinds, tillStatuses } from '@/lib/cashier/till-words';

type DayFiltersProps = {
  filter: TillFilter;
  assets: string[];
  /** For those who see all; empty: only one's own are shown. */
  cashiers: { id: string; name: string }[];
};

type Choice = {
  name: Exclude<keyof TillFilter, 'day' | 'search'>;
  label: string;
  options: { value: string; label: string }[];
};

/** Narrows the day; kept in the address. */
export function DayFilters({ filter, assets, cashiers }: DayFiltersProps) {
  const t = useTranslations('till');
  const common = useTranslations('common');
  const choices: Choice[] = [
    {
      name: 'kind',
      label: t('day.filters.kind'),
      options: tillKinds.map((value) => ({ value, label: t(`operations.${value}`) })),
    },
    {
      name: 'asset',
      label: t('day.filters.asset'),
      options: assets.map((value) => ({ value, label: value })),
    },
    {
      name: 'moneyKind',
      label: t('day.filters.money'),
      options: moneyKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      name: 'status',
      label: t('day.filters.status'),
      options: tillStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    {
      name: 'cashierId',
      label: t('day.filters.cashier'),
      options: cashiers.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return (
    <search>
      <form className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field name="day" label={t('day.filters.day')} className="sm:w-44">
          <TextInput type="date" key={filter.day} defaultValue={filter.day} />
        </Field>
        {choices
          .filter(({ options }) => options.length > 0)
          .map(({ name, label, options }) => (
            <Field key={name} name={name} label={label} className="min-w-0 sm:w-32">
              <Select key={filter[name]} defaultValue={filter[name] ?? ''}>
                <option value="">{t('day.filters.any')}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        <Field name="search" label={t('day.filters.search')} className="col-span-2 sm:w-44">
          <TextInput
            type="search"
            key={filter.search}
            defaultValue={filter.search}
            maxLength={60}
            placeholder={t('day.filters.searchHint')}
          />
        </Field>
        <Button type="submit" className="col-span-2">
          {common('apply')}
        </Button>
      </form>
    </search>
  );
}
