'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { CountedFields } from './counted-fields';
import { goToNextField } from './next-field';
import type { StepAction } from './reverse-dialog';

type OpenShiftProps = { assets: string[]; focused: boolean; idempotencyKey: string; action: StepAction };

/** The drawer is counted before anything is taken into it. */
export function OpenShift({ assets, focused, idempotencyKey, action }: OpenShiftProps) {
  const t = useTranslations('till.shift');
  return (
    <ActionForm action={action} onKeyDown={goToNextField}>
      <p className="text-sm text-muted">{t('openLead')}</p>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <CountedFields assets={assets} focused={focused} />
      <Field name="note" label={t('note')} hint={t('noteHint')} optional>
        <TextArea rows={2} maxLength={500} />
      </Field>
      <SubmitButton size="lg" fullWidth>
        {t('openDo')}
      </SubmitButton>
    </ActionForm>
  );
}
