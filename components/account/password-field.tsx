import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { PasswordInput } from './password-input';

type PasswordFieldProps = {
  name: string;
  label: ReactNode;
  autoComplete: 'current-password' | 'new-password';
  hint?: ReactNode;
};

/** A password with its label and a button that shows what was typed. */
export function PasswordField({ name, label, autoComplete, hint }: PasswordFieldProps) {
  const t = useTranslations('account.password');
  return (
    <Field name={name} label={label} hint={hint} required>
      <PasswordInput autoComplete={autoComplete} showLabel={t('show')} hideLabel={t('hide')} />
    </Field>
  );
}
