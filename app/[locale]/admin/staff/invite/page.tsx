import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LocaleField } from '@/components/account/locale-field';
import { RoleChecks } from '@/components/account/role-checks';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { grantableRoles, listedRole, staffRoles } from '@/lib/auth/grantable-roles';
import { invite } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.staff');
  return pageMetadata({ title: t('invite') });
}

export default async function InvitePage() {
  const actor = await requirePageRole('admin');
  const t = await getTranslations('account.staff');
  return (
    <div className="grid max-w-xl gap-4">
      <h1>{t('invite')}</h1>
      <p className="text-muted">{t('inviteIntro')}</p>
      <Card>
        <ActionForm action={invite}>
          <Field name="email" label={t('inviteEmail')} required>
            <TextInput type="email" autoComplete="off" inputMode="email" />
          </Field>
          <Field name="name" label={t('inviteName')} optional>
            <TextInput autoComplete="off" />
          </Field>
          <LocaleField label={t('inviteLocale')} locale={await getLocale()} />
          <RoleChecks
            held={[]}
            mayGive={grantableRoles(actor)}
            shown={staffRoles.filter((role) => role !== listedRole)}
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t('inviteSubmit')}</SubmitButton>
            <Link href="/admin/staff" className="link text-sm">
              {t('back')}
            </Link>
          </div>
        </ActionForm>
      </Card>
    </div>
  );
}
