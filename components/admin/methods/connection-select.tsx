import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { ConnectionChoice } from '@/lib/payments/connections/method-choices';

type ConnectionSelectProps = {
  name: 'payInConnectionId' | 'payOutConnectionId';
  label: string;
  hint: string;
  /** Words for no connection: direct, or by hand. */
  none: string;
  choices: ConnectionChoice[];
  chosen: string | undefined;
};

/**
 * Which account with a payment system one side of a method goes by. What belongs to one choice only stands in a
 * `group/system` around: hidden by `group-has-[option[data-none]:checked]/system:hidden`.
 */
export function ConnectionSelect({ name, label, hint, none, choices, chosen = '' }: ConnectionSelectProps) {
  const t = useTranslations('admin.methods');
  const gone = chosen !== '' && !choices.some(({ id }) => id === chosen);
  return (
    <Field name={name} label={label} hint={hint}>
      <Select defaultValue={chosen}>
        <option value="" data-none>
          {none}
        </option>
        {gone && <option value={chosen}>{t('connectionGone')}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {[choice.label, choice.testMode && t('connectionTest'), !choice.works && t('connectionFails')]
              .filter(Boolean)
              .join(' · ')}
          </option>
        ))}
      </Select>
    </Field>
  );
}
