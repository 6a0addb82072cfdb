import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AccountCard } from '@/components/account/account-card';
import { DeadLink } from '@/components/account/dead-link';
import { PasswordField } from '@/components/account/password-field';
import { SignOutButton } from '@/components/account/sign-out-button';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { SubmitButton } from '@/components/ui/submit-button';
import { peekToken } from '@/lib/auth/tokens';
import { confirm } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.confirm');
  return pageMetadata({ title: t('title') });
}

/** Opening the link confirms nothing yet: mail scanners open links, and strangers sign up with others' addresses. */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations('account.confirm');
  const token = await queryText(searchParams, 'token');
  const [owner, actor] = await Promise.all([peekToken({ token, purpose: 'confirm_email' }), currentActor()]);
  if (!owner) return <DeadLink title={t('title')} purpose="confirm" />;
  const { email } = owner;
  if (actor.kind === 'user' && actor.userId !== owner.userId) {
    return (
      <AccountCard title={t('title')} intro={t('other', { email: actor.email })}>
        <SignOutButton className={buttonClass({ variant: 'primary' })} />
      </AccountCard>
    );
  }
  const signedIn = actor.kind === 'user';
  return (
    <AccountCard title={t('title')} intro={t(signedIn ? 'introSignedIn' : 'introPassword', { email })}>
      <ActionForm action={confirm}>
        <input type="hidden" name="token" value={token} />
        {!signedIn && (
          <>
            <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
            <PasswordField name="password" label={t('password')} autoComplete="current-password" />
          </>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SubmitButton>{t(signedIn ? 'submitSignedIn' : 'submit')}</SubmitButton>
          {!signedIn && (
            <Link href="/forgot-password" className="link text-sm">
              {t('forgot')}
            </Link>
          )}
        </div>
      </ActionForm>
    </AccountCard>
  );
}
