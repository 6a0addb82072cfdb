'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { StepAction } from './reverse-dialog';

type RequestStepsProps = {
  request: { id: string; number: number };
  taken: 'no' | 'mine' | 'other';
  take: StepAction;
  decline: StepAction;
};

const takeWords = { no: 'take', mine: 'goOn', other: 'takeOver' } as const;

/** Take (over), or say no with a reason. */
export function RequestSteps({ request: { id, number }, taken, take, decline }: RequestStepsProps) {
  const t = useTranslations('till.requests');
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <ConfirmDialog
        trigger={t('decline')}
        triggerLook={{ variant: 'ghost' }}
        title={t('declineTitle', { number })}
        description={t('declineText')}
        confirm={t('declineDo')}
        danger
        action={decline}
        announced={t('declined')}
      >
        <input type="hidden" name="topUpId" value={id} />
        <Field name="reason" label={t('reason')} required>
          <TextArea rows={2} maxLength={1000} />
        </Field>
      </ConfirmDialog>
      <ActionForm action={take} className="grid gap-2">
        <input type="hidden" name="topUpId" value={id} />
        <SubmitButton variant={taken === 'other' ? 'secondary' : 'primary'}>
          {t(takeWords[taken])}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
