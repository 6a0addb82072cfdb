import { getTranslations } from 'next-intl/server';
import { AccountCard } from '@/components/account/account-card';
import { DeadLink } from '@/components/account/dead-link';
import { NewPasswordFields } from '@/components/account/new-password-fields';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { peekToken } from '@/lib/auth/tokens';
import { setPassword } from './set-password-action';

type Props = { token: string; purpose: 'reset_password' | 'set_password' };

/** Asks for a new password by the link of a letter. Opening it changes nothing: mail scanners open links too. */
export async function SetPasswordPage({ token, purpose }: Props) {
  const t = await getTranslations('account');
  const words = purpose === 'set_password' ? 'set' : 'reset';
  const owner = await peekToken({ token, purpose });
  if (!owner) return <DeadLink title={t(`${words}.title`)} purpose="password" />;
  return (
    <AccountCard title={t(`${words}.title`)} intro={t(`${words}.intro`, { email: owner.email })}>
      <ActionForm action={setPassword}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="purpose" value={purpose} />
        <NewPasswordFields email={owner.email} />
        <SubmitButton>{t('reset.submit')}</SubmitButton>
      </ActionForm>
    </AccountCard>
  );
}
