'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { CountedFields } from './counted-fields';
import { goToNextField } from './next-field';
import type { StepAction } from './reverse-dialog';

type CloseShiftProps = {
  shiftId: string;
  assets: string[];
  /** Operations of this cashier that wait for a second person. */
  waiting: number;
  idempotencyKey: string;
  action: StepAction;
};

/** The drawer is counted without a look at what it should hold; a difference is told after that and explained. */
export function CloseShift({ shiftId, assets, waiting, idempotencyKey, action }: CloseShiftProps) {
  const t = useTranslations('till.shift');
  return (
    <ActionForm action={action} onKeyDown={goToNextField}>
      <p className="text-sm text-muted">{t('closeLead')}</p>
      {waiting > 0 && <Alert tone="warning">{t('waiting', { count: waiting })}</Alert>}
      <input type="hidden" name="shiftId" value={shiftId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <CountedFields assets={assets} focused={false} />
      <Field name="note" label={t('note')} hint={t('noteHint')} optional>
        <TextArea rows={2} maxLength={500} />
      </Field>
      <SubmitButton size="lg" fullWidth>
        {t('closeDo')}
      </SubmitButton>
    </ActionForm>
  );
}
