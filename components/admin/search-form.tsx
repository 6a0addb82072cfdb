import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

/** Finds in a list by one text; kept in the address. */
export function SearchForm({ label, value, name = 'q' }: { label: string; value: string; name?: string }) {
  const t = useTranslations('common');
  return (
    <search>
      <form className="flex max-w-md items-end gap-2">
        <Field name={name} label={label} className="flex-1">
          <TextInput type="search" key={value} defaultValue={value} maxLength={60} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
    </search>
  );
}
