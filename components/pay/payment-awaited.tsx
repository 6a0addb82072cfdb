'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { type PayAction, type PaySubject, SubjectInputs } from './subject-inputs';

type PaymentAwaitedProps = { action: PayAction; subject: PaySubject; system: string };

/** He has come back, and the system has not said yet that he paid: that nothing is wrong, and what comes next. */
export function PaymentAwaited({ action, subject, system }: PaymentAwaitedProps) {
  const t = useTranslations('payments.waiting');
  return (
    <Alert tone="info" title={t('title')}>
      <div className="grid gap-3">
        <p>
          {t('text', { system })} {t('unpaid')}
        </p>
        <ActionForm action={action}>
          <SubjectInputs subject={subject} />
          <div>
            <SubmitButton variant="secondary" size="sm">
              {t('check')}
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Alert>
  );
}
