import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { locales } from '@/lib/i18n/locales';

/** The language a person is written to in. */
export function LocaleField({ label, locale }: { label: ReactNode; locale: string }) {
  const t = useTranslations('common.languages');
  return (
    <Field name="locale" label={label} required>
      <Select defaultValue={locale}>
        {locales.map((code) => (
          <option key={code} value={code}>
            {t(code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
