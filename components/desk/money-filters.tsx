import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateRange } from '@/components/ui/date-range';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ListFilter } from '@/lib/payments/list-filter';

export type MoneyFiltersProps = {
  filter: ListFilter<string>;
  methods: { id: string; title: string }[];
  /** Whose words they are. */
  words: 'direct' | 'payouts';
  /** An example of what can be searched for. */
  searchHint: string;
};

/** Narrows a list of direct payments, payouts or refunds; kept in the address. */
export function MoneyFilters({ filter, methods, words, searchHint }: MoneyFiltersProps) {
  const t = useTranslations(words);
  const common = useTranslations('common');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="view" value={filter.view} />
        <Field name="method" label={t('method')} className="w-full sm:w-56">
          <Select key={filter.method} defaultValue={filter.method ?? ''}>
            <option value="">{t('anyMethod')}</option>
            {methods.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <DateRange
          since={filter.since}
          until={filter.until}
          sinceLabel={t('since')}
          untilLabel={t('until')}
        />
        <Field name="q" label={t('search')} className="w-full sm:w-64">
          <TextInput
            type="search"
            key={filter.q}
            defaultValue={filter.q}
            maxLength={100}
            placeholder={searchHint}
          />
        </Field>
        <Button type="submit">{common('apply')}</Button>
      </form>
    </search>
  );
}
