'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { columnMeanings, dateOrders, type StatementMapping } from '@/lib/payments/statements/mapping';

type MappingFieldsProps = {
  mapping: StatementMapping | null;
  /** Names of the columns as the file has them. */
  header: string[];
  open: boolean;
};

/** Which column means what; folded away where the last file of this method told it already. */
export function MappingFields({ mapping, header, open }: MappingFieldsProps) {
  const t = useTranslations('statements.import');
  return (
    <details open={open} className="rounded-lg border border-border">
      <summary className="min-h-11 px-3 py-2.5 text-sm font-medium">{t('columns')}</summary>
      <div className="grid gap-4 border-t border-separator p-3 sm:grid-cols-2 lg:grid-cols-3">
        {columnMeanings.map((meaning) => (
          <Field
            key={meaning}
            name={`columns.${meaning}`}
            label={t(`meanings.${meaning}`)}
            required={meaning === 'date'}
          >
            <Select defaultValue={mapping?.columns[meaning]?.toString() ?? ''}>
              <option value="">{t('noColumn')}</option>
              {header.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, names may repeat
                <option key={index} value={index}>
                  {`${index + 1}. ${name || t('unnamed')}`}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Field name="dateOrder" label={t('dateOrder')} required>
          <Select defaultValue={mapping?.dateOrder ?? 'dmy'}>
            {dateOrders.map((order) => (
              <option key={order} value={order}>
                {t(`dateOrders.${order}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="headerRow" label={t('headerRow')} hint={t('headerRowHint')} required>
          <TextInput inputMode="numeric" defaultValue={String(mapping?.headerRow ?? 0)} />
        </Field>
      </div>
    </details>
  );
}
