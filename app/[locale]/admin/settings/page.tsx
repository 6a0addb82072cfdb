import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { CheckGroup } from '@/components/ui/check-group';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { hasRole } from '@/lib/auth/actor';
import { settingsVersion } from '@/lib/save-settings';
import { officeSettings } from '@/lib/settings';
import { saveSettingsAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.settings');
  return pageMetadata({ title: t('title') });
}

const limits = [
  'quoteMinutes',
  'maxOpenOrdersPerEmail',
  'maxOpenOrdersPerAddress',
  'expiryWarningMinutes',
] as const;

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What the office decides about itself. */
export default async function SettingsPage() {
  const actor = await requirePageRole('admin');
  const isOwner = hasRole(actor, 'owner');
  const [settings, t] = await Promise.all([officeSettings(), getTranslations('admin.settings')]);
  const texts = [
    { name: 'contactTextEn', value: settings.contactText.en },
    { name: 'contactTextRu', value: settings.contactText.ru },
    { name: 'rulesTextEn', value: settings.rulesText.en },
    { name: 'rulesTextRu', value: settings.rulesText.ru },
  ] as const;
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <ActionForm action={saveSettingsAction} success={t('saved')} className="grid gap-5">
        <input type="hidden" name="version" value={settingsVersion(settings)} />
        <Card title={t('office')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="officeName" label={t('officeName')} required>
              <TextInput maxLength={60} defaultValue={settings.officeName} />
            </Field>
            <Field name="contactEmail" label={t('contactEmail')} required>
              <TextInput type="email" defaultValue={settings.contactEmail} />
            </Field>
          </div>
          <Checkbox
            name="open"
            label={t('open')}
            hint={t('openHint')}
            defaultChecked={settings.open}
            className="mt-3"
          />
          <Checkbox
            name="ownOrders"
            label={t('ownOrders')}
            hint={isOwner ? t('ownOrdersHint') : `${t('ownOrdersHint')} ${t('ownOrdersOwner')}`}
            defaultChecked={settings.ownOrders}
            disabled={!isOwner}
            className="mt-3"
          />
        </Card>
        <Card title={t('hours')}>
          <p className="mb-4 text-sm text-muted">{t('hoursHint')}</p>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="opensAt" label={t('opensAt')} required>
              <TextInput
                className="numeric"
                inputMode="numeric"
                defaultValue={clock(settings.opensAtMinute)}
              />
            </Field>
            <Field name="closesAt" label={t('closesAt')} required>
              <TextInput
                className="numeric"
                inputMode="numeric"
                defaultValue={clock(settings.closesAtMinute)}
              />
            </Field>
            <Field name="timeZone" label={t('timeZone')} required>
              <TextInput defaultValue={settings.timeZone} />
            </Field>
          </div>
          <div className="mt-4">
            <CheckGroup
              name="workDays"
              legend={t('workDays')}
              chosen={settings.workDays.map(String)}
              options={days.map((day) => ({ value: day, label: t(`days.${day}`) }))}
            />
          </div>
        </Card>
        <Card title={t('orders')}>
          <div className="grid gap-4 sm:grid-cols-2">
            {limits.map((name) => (
              <Field key={name} name={name} label={t(name)} required>
                <TextInput inputMode="numeric" defaultValue={settings[name]} />
              </Field>
            ))}
          </div>
        </Card>
        <Card title={t('contacts')}>
          <div className="grid gap-4 lg:grid-cols-2">
            {texts.map(({ name, value }) => (
              <Field key={name} name={name} label={t(name)} hint={t('markdown')}>
                <TextArea rows={6} defaultValue={value} />
              </Field>
            ))}
          </div>
        </Card>
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

/** 570 → `09:30`. */
function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
