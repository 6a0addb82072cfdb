import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { NewPasswordFields } from '@/components/account/new-password-fields';
import { PasswordField } from '@/components/account/password-field';
import { SessionList } from '@/components/account/session-list';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { listSessions } from '@/lib/auth/sessions';
import { changePassword, endOne, endOthers } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.security');
  return pageMetadata({ title: t('title') });
}

export default async function SecurityPage() {
  const actor = await requirePageRole();
  const t = await getTranslations('account.security');
  const sessions = await listSessions({ actor });
  return (
    <div className="grid grid-cols-1 gap-5">
      <h1>{t('title')}</h1>
      <Card
        flush
        title={t('sessionsTitle')}
        action={
          sessions.length > 1 && (
            <ConfirmDialog
              trigger={t('endOthers')}
              triggerLook={{ size: 'sm' }}
              title={t('endOthersTitle')}
              description={t('endOthersText')}
              confirm={t('endOthers')}
              danger
              action={endOthers}
            />
          )
        }
      >
        <p className="px-4 pt-1 text-sm text-muted sm:px-5">
          {t(sessions.length > 1 ? 'sessionsHint' : 'onlyThis')}
        </p>
        <SessionList sessions={sessions} end={endOne} />
      </Card>
      <Card title={t('passwordTitle')} className="max-w-xl">
        <ActionForm action={changePassword} success={t('changed')} resetOnSuccess>
          <PasswordField name="presentPassword" label={t('present')} autoComplete="current-password" />
          <NewPasswordFields email={actor.email} />
          <p className="text-sm text-muted">{t('signsOut')}</p>
          <SubmitButton>{t('change')}</SubmitButton>
        </ActionForm>
      </Card>
    </div>
  );
}
