import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

type MethodChoiceProps = { methods: { id: string; title: string; asset: string }[]; chosen: string };

/** Whose statement it is; kept in the address. */
export function MethodChoice({ methods, chosen }: MethodChoiceProps) {
  const t = useTranslations('statements');
  const common = useTranslations('common');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <Field name="method" label={t('method')} className="w-full sm:w-72">
          <Select key={chosen} defaultValue={chosen}>
            {methods.map(({ id, title, asset }) => (
              <option key={id} value={id}>
                {title} · {asset}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">{common('apply')}</Button>
      </form>
    </search>
  );
}
