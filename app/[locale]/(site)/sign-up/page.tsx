import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AccountCard } from '@/components/account/account-card';
import { PasswordField } from '@/components/account/password-field';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { minPasswordLength } from '@/lib/auth/password-rule';
import { signUp } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signUp');
  return pageMetadata({ title: t('title') });
}

export default async function SignUpPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations('account.signUp');
  const footer = (
    <>
      {t('haveAccount')}{' '}
      <Link href="/sign-in" className="link">
        {t('signIn')}
      </Link>
    </>
  );
  if (await queryText(searchParams, 'sent')) {
    return (
      <AccountCard title={t('title')} footer={footer}>
        <Alert tone="success" role="status" title={t('sentTitle')}>
          {t('sent')}
        </Alert>
        <p className="text-sm text-muted">{t('sentHint')}</p>
        <Link href="/sign-up" className="link text-sm">
          {t('again')}
        </Link>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('title')} intro={t('intro')} footer={footer}>
      <ActionForm action={signUp}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Field name="name" label={t('name')} hint={t('nameHint')} optional>
          <TextInput autoComplete="name" />
        </Field>
        <PasswordField
          name="password"
          label={t('password')}
          autoComplete="new-password"
          hint={t('passwordHint', { min: minPasswordLength })}
        />
        <SubmitButton>{t('submit')}</SubmitButton>
      </ActionForm>
    </AccountCard>
  );
}
