'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { ChoiceRow } from './choice-row';
import { chainMark, goToNextField } from './next-field';
import type { StepAction } from './reverse-dialog';

type MoveFormProps = { assets: string[]; idempotencyKey: string; action: StepAction };

const directions = ['bring', 'collect'] as const;

/** Cash from the safe into the drawer, or from the drawer into the safe. */
export function MoveForm({ assets, idempotencyKey, action }: MoveFormProps) {
  const t = useTranslations('till.shift');
  return (
    // A new key makes it a new form: what was written down is gone from the fields.
    <ActionForm key={idempotencyKey} action={action} announced={t('moved')} onKeyDown={goToNextField}>
      <p className="text-sm text-muted">{t('moveLead')}</p>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ChoiceRow
        name="direction"
        legend={t('direction')}
        options={directions.map((value) => ({ value, label: t(value) }))}
        defaultValue="bring"
      />
      <div className="flex items-start gap-2">
        <Field name="asset" label={t('asset')} className="w-32 shrink-0">
          <Select className="min-h-12">
            {assets.map((asset) => (
              <option key={asset} value={asset}>
                {asset}
              </option>
            ))}
          </Select>
        </Field>
        <div className="min-w-0 grow" {...chainMark}>
          <Field name="amount" label={t('amount')} required>
            <TextInput amount maxLength={40} className="min-h-12" />
          </Field>
        </div>
      </div>
      <div {...chainMark}>
        <Field name="note" label={t('moveNote')} optional>
          <TextInput maxLength={200} className="min-h-12" />
        </Field>
      </div>
      <SubmitButton variant="secondary" fullWidth>
        {t('moveDo')}
      </SubmitButton>
    </ActionForm>
  );
}
