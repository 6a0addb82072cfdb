import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { AccountCard } from './account-card';

type DeadLinkProps = { title: string; purpose: 'confirm' | 'password' };

/** What a link of a letter shows that was used, is too old or was cut off. */
export function DeadLink({ title, purpose }: DeadLinkProps) {
  const t = useTranslations('account.link');
  return (
    <AccountCard title={title}>
      <Alert tone="warning" title={t('deadTitle')}>
        {t('dead')} {purpose === 'confirm' && t('confirmAgain')}
      </Alert>
      {purpose === 'confirm' ? (
        <ButtonLink href="/sign-in" variant="primary">
          {t('signIn')}
        </ButtonLink>
      ) : (
        <ButtonLink href="/forgot-password" variant="primary">
          {t('again')}
        </ButtonLink>
      )}
    </AccountCard>
  );
}
