import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateRange } from '@/components/ui/date-range';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Localized } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';
import { noticeVerdicts } from '@/lib/payments/notice-verdicts';

type NoticeFiltersProps = {
  filter: { verdict: string; system: string; since: string; until: string };
  systems: { code: string; titles: Localized }[];
};

/** Narrows the list of notices; kept in the address. */
export function NoticeFilters({ filter, systems }: NoticeFiltersProps) {
  const t = useTranslations('notices');
  const common = useTranslations('common');
  const locale = toLocale(useLocale());
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <Field name="verdict" label={t('verdict')} className="w-full sm:w-40">
          <Select key={filter.verdict} defaultValue={filter.verdict}>
            <option value="">{t('any')}</option>
            {noticeVerdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {t(`verdicts.${verdict}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="system" label={t('system')} className="w-full sm:w-52">
          <Select key={filter.system} defaultValue={filter.system}>
            <option value="">{t('any')}</option>
            {systems.map(({ code, titles }) => (
              <option key={code} value={code}>
                {titles[locale]}
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
        <Button type="submit">{common('apply')}</Button>
      </form>
    </search>
  );
}
