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
  payment: Pick<DirectRow, 'id' | 'amount' | 'asset' | 'subjectId' | 'subjectKind' | 'topUpNumber'> & {
    isCrossed: boolean;
  };
  confirm: DirectAction;
  refuse: DirectAction;
};

/** The tick and the cross of one payment, each asked once. Of one that was crossed out: that its money came after all. */
export function DirectSteps({ payment, confirm, refuse }: DirectStepsProps) {
  const t = useTranslations('direct');
  const { id, subjectId, subjectKind, topUpNumber, isCrossed } = payment;
  const words = { id: subjectId, kind: subjectKind, number: topUpNumber ?? 0 };
  if (isCrossed)
    return (
      <div className="flex justify-end">
        <ConfirmDialog
          trigger={t('after.short')}
          triggerLook={{ size: 'sm', variant: 'outline' }}
          title={t('after.title')}
          description={t('after.text', words)}
          confirm={t('confirm.do')}
          action={confirm}
          announced={t('confirm.done')}
        >
          <input type="hidden" name="afterCross" value="on" />
          <Received payment={payment} />
        </ConfirmDialog>
      </div>
    );
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
        <Received payment={payment} />
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

/** What the account shows, with the payment that it is of. */
function Received({ payment: { id, amount, asset } }: Pick<DirectStepsProps, 'payment'>) {
  const t = useTranslations('direct.confirm');
  return (
    <>
      <input type="hidden" name="paymentId" value={id} />
      <Field name="amount" label={t('amount')} hint={t('amountHint')} required>
        <TextInput amount suffix={asset} defaultValue={amount} autoComplete="off" />
      </Field>
    </>
  );
}
