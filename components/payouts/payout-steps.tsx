'use client';

import { Check, RefreshCw, X } from 'lucide-react';
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
import type { PayoutListRow } from '@/lib/payments/payouts/payout-list';
import type { PayoutAction, PayoutActions } from './payout-actions';

/** What a payout allows by its state, kept in one place with what the commands refuse. */
export type PayoutStepsRow = Pick<
  PayoutListRow,
  'id' | 'status' | 'subjectId' | 'amount' | 'asset' | 'own' | 'decidable'
>;

/** The steps of one payout; each that moves money is asked once. */
export function PayoutSteps({ payout, actions }: { payout: PayoutStepsRow; actions: PayoutActions }) {
  const t = useTranslations('payouts.steps');
  const { status, own, decidable } = payout;
  const waits = status === 'awaiting_approval' || status === 'queued';
  const askable = status === 'pending' || status === 'unknown' || status === 'refused';
  if (!waits && !askable && !decidable) return null;
  return (
    <div className="flex flex-wrap justify-end gap-1.5">
      {status === 'awaiting_approval' &&
        (own ? (
          <span className="max-w-[22ch] self-center text-xs text-muted">{t('approve.own')}</span>
        ) : (
          <Step
            payout={payout}
            name="approve"
            action={actions.approve}
            look={{ variant: 'secondary' }}
            icon={<Check aria-hidden="true" className="size-4" />}
          />
        ))}
      {waits && (
        <Step
          payout={payout}
          name={status === 'queued' ? 'cancel' : 'reject'}
          action={actions.cancel}
          look={{ variant: 'danger-soft' }}
          icon={<X aria-hidden="true" className="size-4" />}
        >
          <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
            <TextArea rows={3} maxLength={1000} />
          </Field>
        </Step>
      )}
      {askable && (
        <ActionForm action={actions.check} announced={t('check.done')} className="contents">
          <input type="hidden" name="payoutId" value={payout.id} />
          <SubmitButton size="sm" variant="outline">
            <RefreshCw aria-hidden="true" className="size-4" />
            {t('check.open')}
          </SubmitButton>
        </ActionForm>
      )}
      {decidable && (
        <>
          <Step payout={payout} name="markPaid" action={actions.markPaid} look={{ variant: 'secondary' }}>
            <Field name="reference" label={t('reference')} hint={t('referenceHint')} required>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          </Step>
          <Step
            payout={payout}
            name="markNotPaid"
            danger
            action={actions.markNotPaid}
            look={{ variant: 'danger-soft' }}
          >
            <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
              <TextArea rows={3} maxLength={1000} />
            </Field>
          </Step>
        </>
      )}
    </div>
  );
}

type StepProps = {
  payout: PayoutStepsRow;
  name: 'approve' | 'reject' | 'cancel' | 'markPaid' | 'markNotPaid';
  action: PayoutAction;
  look: ButtonLook;
  icon?: ReactNode;
  danger?: boolean;
  children?: ReactNode;
};

function Step({ payout, name, action, look, icon, danger, children }: StepProps) {
  const t = useTranslations('payouts.steps');
  const { id, asset, subjectId } = payout;
  const amount = formatAmount(payout.amount, toLocale(useLocale()));
  return (
    <ConfirmDialog
      trigger={
        <>
          {icon}
          {t(`${name}.open`)}
        </>
      }
      triggerLook={{ size: 'sm', ...look }}
      title={t(`${name}.title`)}
      description={t(`${name}.text`, { amount, asset, id: subjectId })}
      confirm={t(`${name}.confirm`, { amount, asset })}
      danger={danger ?? (name === 'cancel' || name === 'reject')}
      action={action}
      announced={t(`${name}.done`)}
    >
      <input type="hidden" name="payoutId" value={id} />
      {children}
    </ConfirmDialog>
  );
}
