'use client';

import { Undo2 } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/action';
import type { OperationView } from '@/lib/cashier/till-types';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';

export type StepAction = (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;

type ReverseDialogProps = { operation: OperationView; action: StepAction; small?: boolean };

/** Takes an operation back, asked once, with the reason that the customer reads. */
export function ReverseDialog({ operation, action, small = false }: ReverseDialogProps) {
  const t = useTranslations('till.reverse');
  const format = useFormatter();
  const locale = toLocale(useLocale());
  const { id, number, kind, walletAmount, asset, holder, reversibleUntil } = operation;
  const amount = `${formatAmount(walletAmount, locale)} ${asset}`;
  const told = { amount, number: holder.formatted, name: holder.maskedName };
  return (
    <ConfirmDialog
      trigger={
        <>
          <Undo2 aria-hidden="true" className="size-4" />
          {t('open')}
        </>
      }
      triggerLook={small ? { size: 'sm', variant: 'ghost' } : { variant: 'danger-soft' }}
      title={t('title', { number })}
      description={
        <>
          <p>{t(kind === 'top_up' ? 'topUp' : 'writeOff', told)}</p>
          {reversibleUntil && (
            <p className="mt-1">
              {t('until', { time: format.dateTime(new Date(reversibleUntil), { timeStyle: 'short' }) })}
            </p>
          )}
        </>
      }
      confirm={t('do')}
      danger
      action={action}
      announced={t('done')}
    >
      <input type="hidden" name="operationId" value={id} />
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
        <TextArea rows={2} maxLength={500} />
      </Field>
    </ConfirmDialog>
  );
}
