import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { AccountCard } from '@/components/account/account-card';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { askForLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.forgot');
  return pageMetadata({ title: t('title') });
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations('account.forgot');
  const sent = await queryText(searchParams, 'sent');
  const back = (
    <Link href="/sign-in" className="link">
      {t('back')}
    </Link>
  );
  if (sent) {
    return (
      <AccountCard title={t('title')} footer={back}>
        <Alert tone="success" role="status" title={t('sentTitle')}>
          {t('sent')}
        </Alert>
      </AccountCard>
    );
  }
  return (
    <AccountCard title={t('title')} intro={t('intro')} footer={back}>
      <ActionForm action={askForLink}>
        <Field name="email" label={t('email')} required>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <SubmitButton>{t('submit')}</SubmitButton>
      </ActionForm>
    </AccountCard>
  );
}
