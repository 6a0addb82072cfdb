'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { ButtonLook } from '@/components/ui/button-class';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { RefundListRow } from '@/lib/payments/refunds/refund-list';
import type { RefundAction, RefundActions } from './refund-actions';

export type RefundStepsRow = Pick<
  RefundListRow,
  'id' | 'orderId' | 'status' | 'way' | 'amount' | 'asset' | 'own' | 'cancelable' | 'failure'
>;

const primary: ButtonLook = { variant: 'secondary' };
const quiet: ButtonLook = { variant: 'outline' };
const red: ButtonLook = { variant: 'danger-soft' };

/** The steps of one refund; each that moves money is asked once. */
export function RefundSteps({ refund, actions }: { refund: RefundStepsRow; actions: RefundActions }) {
  const t = useTranslations('refunds.steps');
  const { status, way, own, cancelable, failure } = refund;
  const byHand = status === 'awaiting_details' || (status === 'ready' && way === 'hand');
  const stuck = status === 'ready' && way === 'system' && failure !== null;
  const asked = status === 'pending' || status === 'unknown';
  const any =
    status === 'awaiting_approval' || byHand || stuck || status === 'refused' || asked || cancelable;
  if (!any) return null;
  return (
    <div className="flex flex-wrap justify-end gap-1.5">
      {status === 'awaiting_approval' &&
        (own ? (
          <span className="max-w-[22ch] self-center text-xs text-muted">{t('approve.own')}</span>
        ) : (
          <Step refund={refund} name="approve" action={actions.approve} look={primary} />
        ))}
      {byHand && (
        <Step refund={refund} name="settle" action={actions.settle} look={primary}>
          <Field name="reference" label={t('reference')} hint={t('referenceHint')} optional>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <Field name="note" label={t('note')} hint={t('noteHint')} optional>
            <TextArea rows={2} maxLength={2000} />
          </Field>
        </Step>
      )}
      {stuck && <Direct refund={refund} name="retry" action={actions.retry} />}
      {(stuck || status === 'refused') && (
        <Step refund={refund} name="byHand" action={actions.byHand} look={primary} />
      )}
      {asked && <Direct refund={refund} name="check" action={actions.check} />}
      {status === 'unknown' && (
        <>
          <Step refund={refund} name="markPaid" action={actions.markPaid} look={primary}>
            <Field name="reference" label={t('reference')} hint={t('referenceHint')} required>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          </Step>
          <Step refund={refund} name="markNotPaid" action={actions.markNotPaid} look={red} danger>
            <Reason />
          </Step>
        </>
      )}
      {cancelable && (
        <Step
          refund={refund}
          name={status === 'awaiting_approval' ? 'reject' : 'cancel'}
          action={actions.cancel}
          look={red}
          danger
        >
          <Reason />
        </Step>
      )}
    </div>
  );
}

function Reason() {
  const t = useTranslations('refunds.steps');
  return (
    <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
      <TextArea rows={3} maxLength={1000} />
    </Field>
  );
}

type DirectProps = { refund: RefundStepsRow; name: 'retry' | 'check'; action: RefundAction };

/** A step that cannot do harm: done at once. */
function Direct({ refund, name, action }: DirectProps) {
  const t = useTranslations('refunds.steps');
  return (
    <ActionForm action={action} announced={t(`${name}.done`)} className="contents">
      <input type="hidden" name="refundId" value={refund.id} />
      <SubmitButton size="sm" {...quiet}>
        {t(`${name}.open`)}
      </SubmitButton>
    </ActionForm>
  );
}

type StepProps = {
  refund: RefundStepsRow;
  name: 'approve' | 'reject' | 'cancel' | 'settle' | 'byHand' | 'markPaid' | 'markNotPaid';
  action: RefundAction;
  look: ButtonLook;
  danger?: boolean;
  children?: ReactNode;
};

function Step({ refund, name, action, look, danger, children }: StepProps) {
  const t = useTranslations('refunds.steps');
  const { id, asset, orderId } = refund;
  const amount = formatAmount(refund.amount, toLocale(useLocale()));
  return (
    <ConfirmDialog
      trigger={t(`${name}.open`)}
      triggerLook={{ size: 'sm', ...look }}
      title={t(`${name}.title`)}
      description={t(`${name}.text`, { amount, asset, id: orderId })}
      confirm={t(`${name}.confirm`, { amount, asset })}
      danger={danger}
      action={action}
      announced={t(`${name}.done`)}
    >
      <input type="hidden" name="refundId" value={id} />
      {children}
    </ConfirmDialog>
  );
}
