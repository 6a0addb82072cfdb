import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/action';
import type { PersonView } from '@/lib/auth/people';

type Action = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

type PersonAccessProps = {
  person: PersonView;
  self: boolean;
  actions: { disable: Action; enable: Action; endSessions: Action; sendLink: Action };
};

/** What opens and shuts an account. */
export function PersonAccess({ person, self, actions }: PersonAccessProps) {
  const t = useTranslations('account.staff');
  const { id, email, disabledAt, hasPassword, sessions } = person;
  const whom = <input type="hidden" name="userId" value={id} />;
  return (
    <Card title={t('accessTitle')}>
      <div className="grid gap-3">
        {self && <p className="text-sm text-muted">{t('self')}</p>}
        {disabledAt && (
          <p className="text-sm">
            {t('enableText')} <Time value={disabledAt} show="exact" />
          </p>
        )}
        {!hasPassword && !disabledAt && (
          <ActionForm action={actions.sendLink} success={t('sendLinkDone')}>
            {whom}
            <SubmitButton variant="secondary" className="justify-self-start">
              {t('sendLink')}
            </SubmitButton>
          </ActionForm>
        )}
        <div className="flex flex-wrap gap-2">
          {sessions > 0 && (
            <ConfirmDialog
              trigger={t('endSessions')}
              title={t('endSessionsTitle', { email })}
              description={t('endSessionsText')}
              confirm={t('endSessions')}
              action={actions.endSessions}
            >
              {whom}
            </ConfirmDialog>
          )}
          {disabledAt && (
            <ConfirmDialog
              trigger={t('enable')}
              title={t('enableTitle', { email })}
              description={t('enableWords')}
              confirm={t('enable')}
              action={actions.enable}
            >
              {whom}
            </ConfirmDialog>
          )}
          {!disabledAt && !self && (
            <ConfirmDialog
              trigger={t('disable')}
              triggerLook={{ variant: 'danger-soft' }}
              title={t('disableTitle', { email })}
              description={t('disableText')}
              confirm={t('disable')}
              danger
              action={actions.disable}
            >
              {whom}
            </ConfirmDialog>
          )}
        </div>
      </div>
    </Card>
  );
}
