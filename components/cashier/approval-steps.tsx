'use client';

import { Check, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { OperationView } from '@/lib/cashier/till-types';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { StepAction } from './reverse-dialog';

type ApprovalStepsProps = { operation: OperationView; approve: StepAction; decline: StepAction };

/** The second person's word, with the reasons he was shown; who made the operation may withdraw it. */
export function ApprovalSteps({ operation, approve, decline }: ApprovalStepsProps) {
  const t = useTranslations('till.approvals');
  const locale = toLocale(useLocale());
  const { id, number, kind, asset, walletAmount, holder, own, approvalFor } = operation;
  const amount = `${formatAmount(walletAmount, locale)} ${asset}`;
  const told = { amount, number: holder.formatted, name: holder.maskedName };
  return (
    <>
      {operation.mayDecline && (
        <ConfirmDialog
          trigger={
            <>
              <X aria-hidden="true" className="size-4" />
              {t(own ? 'withdraw' : 'decline')}
            </>
          }
          triggerLook={{ variant: 'danger-soft' }}
          title={t(own ? 'withdrawTitle' : 'declineTitle', { number })}
          description={t(own ? 'withdrawText' : 'declineText')}
          confirm={t(own ? 'withdraw' : 'decline')}
          danger
          action={decline}
          announced={t('declined')}
        >
          <input type="hidden" name="operationId" value={id} />
          <Field name="note" label={t('reason')} required>
            <TextArea rows={2} maxLength={500} />
          </Field>
        </ConfirmDialog>
      )}
      {operation.mayApprove && (
        <ConfirmDialog
          trigger={
            <>
              <Check aria-hidden="true" className="size-4" />
              {t('approve')}
            </>
          }
          triggerLook={{ variant: 'primary' }}
          title={t('approveTitle', { number })}
          description={t(kind === 'top_up' ? 'approveTopUp' : 'approveWriteOff', told)}
          confirm={t('approveDo', { amount })}
          action={approve}
          announced={t('approved')}
        >
          <input type="hidden" name="operationId" value={id} />
          <Field
            name="note"
            label={t('note')}
            hint={t('noteHint')}
            required={approvalFor.includes('same_receipt')}
            optional={!approvalFor.includes('same_receipt')}
          >
            <TextArea rows={2} maxLength={500} />
          </Field>
        </ConfirmDialog>
      )}
    </>
  );
}
