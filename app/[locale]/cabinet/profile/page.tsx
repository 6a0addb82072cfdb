import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ConfirmNotice } from '@/components/account/confirm-notice';
import { LocaleField } from '@/components/account/locale-field';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { loadProfile } from '@/lib/auth/profile';
import { resendLetter } from '../actions';
import { saveProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.profile');
  return pageMetadata({ title: t('title') });
}

export default async function ProfilePage() {
  const actor = await requirePageRole();
  const t = await getTranslations('account.profile');
  const { email, name, phone, locale, emailConfirmed } = await loadProfile({ actor });
  return (
    <div className="grid max-w-xl gap-5">
      <h1>{t('title')}</h1>
      {!emailConfirmed && <ConfirmNotice email={email} resend={resendLetter} />}
      <Card>
        <div className="grid gap-4">
          <DescriptionList>
            <DescriptionItem term={t('email')}>
              <span className="inline-flex flex-wrap items-center justify-end gap-2">
                <span className="break-all">{email}</span>
                <Badge tone={emailConfirmed ? 'success' : 'warning'}>
                  {t(emailConfirmed ? 'confirmed' : 'notConfirmed')}
                </Badge>
              </span>
            </DescriptionItem>
          </DescriptionList>
          <ActionForm action={saveProfile} success={t('saved')}>
            <Field name="name" label={t('name')} hint={t('nameHint')} optional>
              <TextInput autoComplete="name" defaultValue={name} />
            </Field>
            <Field name="phone" label={t('phone')} hint={t('phoneHint')} optional>
              <TextInput type="tel" autoComplete="tel" defaultValue={phone} />
            </Field>
            <LocaleField label={t('locale')} locale={locale} />
            <SubmitButton>{t('submit')}</SubmitButton>
          </ActionForm>
        </div>
      </Card>
    </div>
  );
}
