import { useTranslations } from 'next-intl';
import { LastChanged } from '@/components/admin/last-changed';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { CheckGroup } from '@/components/ui/check-group';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { walletUses } from '@/lib/wallet/save-wallet-settings';
import type { LastChange } from '@/lib/wallet/wallet-admin';
import type { WalletSettings } from '@/lib/wallet/wallet-settings';

type SettingsFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  settings: WalletSettings;
  version: string;
  changed: LastChange;
};

/** On or off, the name, what a wallet pays for, and what holds at the till. */
export function WalletSettingsForm({ action, settings, version, changed }: SettingsFormProps) {
  const t = useTranslations('wallet-admin');
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-5">
      <input type="hidden" name="version" value={version} />
      <Card title={t('general')}>
        <Checkbox name="on" label={t('on')} hint={t('onHint')} defaultChecked={settings.on} />
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Field name="titleEn" label={t('titleEn')} hint={t('titleHint')} required>
            <TextInput maxLength={40} defaultValue={settings.titles.en} />
          </Field>
          <Field name="titleRu" label={t('titleRu')} required>
            <TextInput maxLength={40} defaultValue={settings.titles.ru} />
          </Field>
        </div>
        <div className="mt-4 grid gap-1">
          <CheckGroup
            name="uses"
            legend={t('uses')}
            chosen={walletUses.filter((use) => settings.uses[use])}
            options={walletUses.map((use) => ({ value: use, label: t(`useNames.${use}`) }))}
          />
          <p className="text-sm text-muted">{t('usesHint')}</p>
        </div>
      </Card>
      <Card title={t('till')}>
        <Checkbox
          name="receiptPictureRequired"
          label={t('receiptPicture')}
          hint={t('receiptPictureHint')}
          defaultChecked={settings.receiptPictureRequired}
        />
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Field name="ownReversalMinutes" label={t('ownReversal')} hint={t('ownReversalHint')} required>
            <TextInput
              inputMode="numeric"
              className="numeric"
              suffix={t('minutes')}
              defaultValue={settings.ownReversalMinutes}
            />
          </Field>
          <Field name="maxOpenRequests" label={t('maxOpenRequests')} hint={t('maxOpenRequestsHint')} required>
            <TextInput inputMode="numeric" className="numeric" defaultValue={settings.maxOpenRequests} />
          </Field>
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t('save')}</SubmitButton>
        <LastChanged change={changed} />
      </div>
    </ActionForm>
  );
}
