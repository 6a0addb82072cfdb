import type { Metadata } from 'next';
import { redirect as redirectTo } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { homeOf } from '@/app/_auth/enter';
import { ownPath } from '@/app/_auth/own-path';
import { getPathname, Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AccountCard } from '@/components/account/account-card';
import { PasswordField } from '@/components/account/password-field';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { signIn } from './actions';

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn');
  return pageMetadata({ title: t('title') });
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = ownPath(query.next);
  const actor = await currentActor();
  if (actor.kind === 'user') {
    redirectTo(next ?? getPathname({ href: homeOf(actor), locale: await getLocale() }));
  }
  const t = await getTranslations('account.signIn');
  return (
    <AccountCard
      title={t('title')}
      footer={
        <>
          {t('noAccount')}{' '}
          <Link href="/sign-up" className="link">
            {t('signUp')}
          </Link>
        </>
      }
    >
      {query.done === 'password' && <Alert tone="success">{t('passwordSet')}</Alert>}
      {next && <p className="text-sm text-muted">{t('toGoOn')}</p>}
      <ActionForm action={signIn}>
        {next && <input type="hidden" name="next" value={next} />}
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" maxLength={254} />
        </Field>
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SubmitButton>{t('submit')}</SubmitButton>
          <Link href="/forgot-password" className="link text-sm">
            {t('forgot')}
          </Link>
        </div>
      </ActionForm>
    </AccountCard>
  );
}
