import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { Localized } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';
import type { ConnectionForm as ConnectionValues } from '@/lib/payments/connections/queries';
import type { SettingsField as FieldOfSchema } from '@/lib/payments/connections/settings-fields';
import { SettingsField } from './settings-field';

type ConnectionFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  system: { code: string; titles: Localized };
  fields: FieldOfSchema[];
  /** Absent for a new one. */
  connection?: ConnectionValues;
};

/** The office's account with a payment system: its name, its switches, and whatever the system wants to know. */
export function ConnectionForm({ action, system, fields, connection }: ConnectionFormProps) {
  const t = useTranslations('systems');
  const own = useTranslations(`systems.${system.code}`);
  const title = system.titles[toLocale(useLocale())];
  const secretState = (name: string) => {
    if (connection?.lostSecrets.includes(name)) return 'lost';
    return connection?.keptSecrets.includes(name) ? 'kept' : undefined;
  };
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-5">
      <input type="hidden" name="systemCode" value={system.code} />
      {connection && <input type="hidden" name="connectionId" value={connection.id} />}
      <Card title={t('settings', { system: title })}>
        {own.has('notes') && <p className="mb-4 max-w-[70ch] text-sm">{own('notes')}</p>}
        {fields.length === 0 ? (
          <p className="text-sm text-muted">{t('noSettings')}</p>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2">
            {fields.some(({ secret }) => secret) && (
              <p className="max-w-[70ch] text-sm text-muted sm:col-span-2">{t('settingsLead')}</p>
            )}
            {fields.map((field) => (
              <SettingsField
                key={field.name}
                systemCode={system.code}
                field={field}
                value={connection?.values[field.name]}
                secret={secretState(field.name)}
                round={connection?.updatedAt.toISOString() ?? 'new'}
              />
            ))}
          </div>
        )}
      </Card>
      <Card title={t('general')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="label" label={t('label')} hint={t('labelHint')} required>
            <TextInput maxLength={60} autoComplete="off" defaultValue={connection?.label ?? title} />
          </Field>
          <div className="grid content-start gap-2">
            <Checkbox
              name="testMode"
              label={t('testModeLabel')}
              hint={t('testModeHint')}
              defaultChecked={connection?.testMode ?? false}
            />
            <Checkbox
              name="enabled"
              label={t('enabled')}
              hint={t('enabledHint')}
              defaultChecked={connection?.enabled ?? true}
            />
          </div>
        </div>
      </Card>
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
