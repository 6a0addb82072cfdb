'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ButtonLook } from '@/components/ui/button-class';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { PayoutAction } from './payout-actions';
import type { PayoutStepsRow } from './payout-steps';

/** Steps that money hangs on; the first ones read otherwise where the payout is of a withdrawal. */
type StepName =
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'markPaid'
  | 'markNotPaid'
  | 'byHand'
  | 'take'
  | 'settle'
  | 'refuse';

const ofWithdrawals = ['reject', 'cancel', 'markPaid', 'markNotPaid'] as const;

type StepProps = {
  payout: PayoutStepsRow;
  name: StepName;
  action: PayoutAction;
  look: ButtonLook;
  icon?: ReactNode;
  danger?: boolean;
  children?: ReactNode;
};

/** A step that is asked once, with what it will do said first. */
export function Step({ payout, name, action, look, icon, danger, children }: StepProps) {
  const t = useTranslations('payouts.steps');
  const { id, asset, subjectId, withdrawal } = payout;
  const amount = formatAmount(payout.amount, toLocale(useLocale()));
  const other = withdrawal && ofWithdrawals.find((known) => known === name);
  const what = withdrawal
    ? t('ofWithdrawal', { number: withdrawal.number })
    : t('ofOrder', { id: subjectId });
  const number = withdrawal?.number ?? 0;
  const values = { amount, asset, what, number, id: subjectId, hand: String(payout.byHand) };
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
      description={t(other ? `${other}.textOfWithdrawal` : `${name}.text`, values)}
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

/** Why nothing is paid: of an order for colleagues, of a withdrawal for the customer. */
export function Reason({ payout }: { payout: PayoutStepsRow }) {
  const t = useTranslations('payouts.steps');
  return (
    <Field
      name="reason"
      label={t('reason')}
      hint={t(payout.withdrawal ? 'reasonToCustomer' : 'reasonHint')}
      required
    >
      <TextArea rows={3} maxLength={1000} />
    </Field>
  );
}
