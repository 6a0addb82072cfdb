import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { SetPasswordPage } from '@/app/_auth/set-password-page';
import { pageMetadata } from '@/app/_i18n/page-metadata';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset');
  return pageMetadata({ title: t('title') });
}

export default async function ResetPassword({ searchParams }: { searchParams: PageQuery }) {
  return <SetPasswordPage token={await queryText(searchParams, 'token')} purpose="reset_password" />;
}
