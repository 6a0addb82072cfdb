'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { DirectRow } from '@/lib/payments/direct/direct-list';

export type DirectAction = (
  previous: ActionResult<null> | null,
  form: FormData,
) => Promise<ActionResult<null>>;

type DirectStepsProps = {
  payment: Pick<DirectRow, 'id' | 'amount' | 'asset' | 'subjectId' | 'subjectKind' | 'topUpNumber'>;
  confirm: DirectAction;
  refuse: DirectAction;
};

/** The tick and the cross of one payment, each asked once. */
export function DirectSteps({ payment, confirm, refuse }: DirectStepsProps) {
  const t = useTranslations('direct');
  const { id, amount, asset, subjectId, subjectKind, topUpNumber } = payment;
  const words = { id: subjectId, kind: subjectKind, number: topUpNumber ?? 0 };
  return (
    <div className="flex justify-end gap-1.5">
      <ConfirmDialog
        trigger={
          <>
            <Check aria-hidden="true" className="size-4" />
            <span className="sm:sr-only">{t('confirm.short')}</span>
          </>
        }
        triggerLook={{ size: 'sm', variant: 'secondary' }}
        title={t('confirm.title')}
        description={t('confirm.text', words)}
        confirm={t('confirm.do')}
        action={confirm}
        announced={t('confirm.done')}
      >
        <input type="hidden" name="paymentId" value={id} />
        <Field name="amount" label={t('confirm.amount')} hint={t('confirm.amountHint')} required>
          <TextInput amount suffix={asset} defaultValue={amount} autoComplete="off" />
        </Field>
      </ConfirmDialog>
      <ConfirmDialog
        trigger={
          <>
            <X aria-hidden="true" className="size-4" />
            <span className="sm:sr-only">{t('refuse.short')}</span>
          </>
        }
        triggerLook={{ size: 'sm', variant: 'danger-soft' }}
        title={t('refuse.title')}
        description={t('refuse.text', words)}
        confirm={t('refuse.do')}
        danger
        action={refuse}
        announced={t('refuse.done')}
      >
        <input type="hidden" name="paymentId" value={id} />
        <Field name="reason" label={t('refuse.reason')} hint={t('refuse.reasonHint')} required>
          <TextArea rows={3} maxLength={1000} />
        </Field>
      </ConfirmDialog>
    </div>
  );
}
