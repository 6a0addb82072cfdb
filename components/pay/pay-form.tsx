'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { type PayAction, type PaySubject, SubjectInputs } from './subject-inputs';

type PayFormProps = { action: PayAction; subject: PaySubject; system: string; opened: boolean };

/** "Pay": leads to the system's page; pressed again, to the same one. What stands in the way is told above the button. */
export function PayForm({ action, subject, system, opened }: PayFormProps) {
  const t = useTranslations('payments.pay');
  return (
    <ActionForm action={action}>
      <SubjectInputs subject={subject} />
      <p className="text-sm text-muted">{opened ? t('opened') : t('lead', { system })}</p>
      <SubmitButton size="lg" fullWidth>
        {t(opened ? 'again' : 'submit')}
      </SubmitButton>
    </ActionForm>
  );
}
