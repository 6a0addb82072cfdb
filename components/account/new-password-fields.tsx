import { useTranslations } from 'next-intl';
import { minPasswordLength } from '@/lib/auth/password-rule';
import { PasswordField } from './password-field';

/** A new password, twice: the second guards against a slip, as what is typed is not seen. */
export function NewPasswordFields({ email }: { email?: string | undefined }) {
  const t = useTranslations('account.reset');
  return (
    <>
      {email && (
        // For password managers: which account the new password belongs to.
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      )}
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="new-password"
        hint={t('hint', { min: minPasswordLength })}
      />
      <PasswordField name="passwordAgain" label={t('again')} autoComplete="new-password" />
    </>
  );
}
