import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { letterCodes } from '@/lib/notify/events';
import { letterStates } from '@/lib/notify/letter-queries';

type LetterFiltersProps = { filter: { state: string; code: string; to: string } };

/** Narrows the list of letters; kept in the address. */
export function LetterFilters({ filter }: LetterFiltersProps) {
  const t = useTranslations('letters');
  const common = useTranslations('common');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <Field name="state" label={t('state')} className="w-full sm:w-40">
          <Select key={filter.state} defaultValue={filter.state}>
            <option value="">{t('any')}</option>
            {letterStates.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="code" label={t('code')} className="w-full sm:w-64">
          <Select key={filter.code} defaultValue={filter.code}>
            <option value="">{t('any')}</option>
            {letterCodes.map((code) => (
              <option key={code} value={code}>
                {t(`codes.${code}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="to" label={t('to')} className="w-full sm:w-60">
          <TextInput type="search" key={filter.to} defaultValue={filter.to} maxLength={100} />
        </Field>
        <Button type="submit">{common('apply')}</Button>
      </form>
    </search>
  );
}
