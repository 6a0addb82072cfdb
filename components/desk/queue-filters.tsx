import { Search, SlidersHorizontal } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import type { DeskChoices } from '@/lib/exchange/desk-choices';
import { type DeskFilter, deskViews } from '@/lib/exchange/desk-filter';
import { orderExceptions, orderStatuses } from '@/lib/exchange/status';
import { exchangeTypes } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';

type QueueFiltersProps = { filter: DeskFilter; choices: DeskChoices };

/** One search field and, folded, every filter. A plain form: the address holds all of it. */
export function QueueFilters({ filter, choices }: QueueFiltersProps) {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const locale = toLocale(useLocale());
  const methods = choices.methods.map(({ id, code, titles }) => ({
    value: id,
    label: `${titles[locale]} · ${code}`,
  }));
  return (
    <search>
      {/* Made anew with the filters: what a form was first filled with is otherwise kept by the browser. */}
      <form key={JSON.stringify(filter)} className="grid gap-2">
        <div className="flex gap-2">
          <label className="relative min-w-0 grow">
            <span className="sr-only">{t('filters.q')}</span>
            <Search
              aria-hidden="true"
              className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
            />
            <input
              type="search"
              name="q"
              data-desk-search=""
              maxLength={254}
              placeholder={t('filters.q')}
              className="input ps-9"
            />
          </label>
          <Button type="submit">{common('search')}</Button>
        </div>
        <details className="rounded-lg border border-border bg-surface">
          <summary className={buttonClass({ variant: 'ghost', size: 'sm', fullWidth: true })}>
            <SlidersHorizontal aria-hidden="true" className="size-4" />
            {t('filters.title')}
          </summary>
          <div className="grid gap-3 p-3 sm:grid-cols-2">
            <Choice
              name="status"
              label={t('filters.status')}
              chosen={filter.status}
              multiple
              options={[
                ...deskViews.map((value) => ({ value, label: t(`tabs.${value}`) })),
                ...orderStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              ]}
            />
            <Choice
              name="exception"
              label={t('filters.exception')}
              chosen={filter.exception}
              multiple
              options={[
                { value: 'any', label: t('filters.anyException') },
                ...orderExceptions.map((value) => ({ value, label: t(`exceptions.${value}`) })),
              ]}
            />
            <Choice name="from" label={t('filters.from')} chosen={filter.from} options={methods} />
            <Choice name="to" label={t('filters.to')} chosen={filter.to} options={methods} />
            <Line name="since" label={t('filters.since')} value={filter.since} type="date" />
            <Line name="until" label={t('filters.until')} value={filter.until} type="date" />
            <Line name="min" label={t('filters.min')} value={filter.min} inputMode="decimal" />
            <Line name="max" label={t('filters.max')} value={filter.max} inputMode="decimal" />
            <Choice
              name="asset"
              label={t('filters.asset')}
              chosen={filter.asset ? [filter.asset] : []}
              options={choices.assets.map((value) => ({ value, label: value }))}
            />
            <Choice
              name="type"
              label={t('filters.type')}
              chosen={filter.type}
              options={exchangeTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
            />
            <Line name="email" label={t('filters.email')} value={filter.email} />
            <Line name="id" label={t('filters.id')} value={filter.id} />
            <Line name="requisites" label={t('filters.requisites')} value={filter.requisites} />
            <Choice
              name="operator"
              label={t('filters.operator')}
              chosen={filter.operator ? [filter.operator] : []}
              options={[
                { value: 'none', label: t('filters.nobody') },
                ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <input type="hidden" name="sort" value={filter.sort ?? ''} />
            <div className="flex items-end justify-end sm:col-span-2">
              <Button type="submit" variant="primary">
                {t('filters.apply')}
              </Button>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}

type LineProps = {
  name: string;
  label: string;
  value: string | undefined;
  type?: string;
  inputMode?: 'decimal';
};

function Line({ name, label, value, type = 'text', inputMode }: LineProps) {
  return (
    <label className="grid content-start gap-1 text-sm">
      {label}
      <input
        type={type}
        name={name}
        inputMode={inputMode}
        defaultValue={value}
        maxLength={254}
        autoComplete="off"
        className="input"
      />
    </label>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: readonly string[];
  multiple?: boolean;
  options: { value: string; label: string }[];
};

function Choice({ name, label, chosen, multiple = false, options }: ChoiceProps) {
  const common = useTranslations('common');
  const many = multiple || chosen.length > 1;
  return (
    <label className="grid content-start gap-1 text-sm">
      {label}
      <select
        name={name}
        multiple={many}
        size={many ? 4 : undefined}
        defaultValue={many ? [...chosen] : (chosen[0] ?? '')}
        className={many ? 'rounded-lg border border-field-border bg-field-background p-1 text-sm' : 'input'}
      >
        {!many && <option value="">{common('all')}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
