import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { SettingsField as FieldOfSchema } from '@/lib/payments/connections/settings-fields';

type SettingsFieldProps = {
  systemCode: string;
  field: FieldOfSchema;
  /** What is kept, of an open setting. */
  value: string | boolean | undefined;
  /** Of a secret: there is one, or there was one that cannot be opened. */
  secret?: 'kept' | 'lost';
  /** Another one after each saving, so that a typed secret does not stay in the page. */
  round: string;
};

/** One setting of a payment system, drawn from its schema and worded by the system's own texts. */
export function SettingsField({ systemCode, field, value, secret, round }: SettingsFieldProps) {
  const t = useTranslations('systems');
  const own = useTranslations(`systems.${systemCode}.settings.${field.name}`);
  const name = `settings.${field.name}`;
  const title = own.has('title') ? own('title') : field.name;
  const option = (code: string) => (own.has(`options.${code}`) ? own(`options.${code}`) : code);
  const help = own.has('help') && own('help');
  if (field.kind === 'check') {
    const checked = typeof value === 'boolean' ? value : field.default === true;
    return <Checkbox name={name} label={title} hint={help} defaultChecked={checked} />;
  }
  const byDefault = typeof field.default === 'string' && field.default !== '' && !field.secret;
  const hint = (
    <>
      {secret === 'lost' && <span className="block text-danger">{t('lost')}</span>}
      {help}
      {byDefault && field.kind === 'text' && ` ${t('byDefault', { value: field.default as string })}`}
    </>
  );
  const shown = typeof value === 'string' ? value : undefined;
  const wide = field.multiline ? 'sm:col-span-2' : undefined;
  return (
    <div className={`grid content-start gap-1 ${wide ?? ''}`}>
      <Field
        name={name}
        label={title}
        hint={hint}
        required={field.required && secret !== 'kept'}
        optional={!field.required && !byDefault}
      >
        {control()}
      </Field>
      {secret === 'kept' && !field.required && <Checkbox name={`drop.${field.name}`} label={t('drop')} />}
    </div>
  );

  function control() {
    const placeholder = secret === 'kept' ? t('kept') : undefined;
    if (field.kind === 'choice') {
      return (
        <Select defaultValue={shown ?? (field.default as string | undefined) ?? ''}>
          {!field.required && field.default === undefined && <option value="">{t('unset')}</option>}
          {field.options.map((code) => (
            <option key={code} value={code}>
              {option(code)}
            </option>
          ))}
        </Select>
      );
    }
    if (field.multiline) {
      const key = field.secret ? round : undefined;
      return (
        <TextArea
          key={key}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-sm"
          placeholder={placeholder}
          defaultValue={field.secret ? undefined : shown}
        />
      );
    }
    if (field.secret) {
      return <TextInput key={round} type="password" autoComplete="new-password" placeholder={placeholder} />;
    }
    return <TextInput autoComplete="off" spellCheck={false} autoCapitalize="none" defaultValue={shown} />;
  }
}
