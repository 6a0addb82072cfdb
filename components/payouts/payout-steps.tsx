'use client';

import { Check, RefreshCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { PayoutListRow } from '@/lib/payments/payouts/payout-list';
import { HandSteps } from './hand-steps';
import type { PayoutActions } from './payout-actions';
import { Reason, Step } from './payout-step';

/** What a payout allows by its state, kept in one place with what the commands refuse. */
export type PayoutStepsRow = Pick<
  PayoutListRow,
  | 'id'
  | 'status'
  | 'subjectId'
  | 'withdrawal'
  | 'amount'
  | 'asset'
  | 'own'
  | 'decidable'
  | 'byHand'
  | 'tellsOfTaken'
  | 'destination'
>;

/** The steps of one payout; each that moves money is asked once. */
export function PayoutSteps({ payout, actions }: { payout: PayoutStepsRow; actions: PayoutActions }) {
  const t = useTranslations('payouts.steps');
  const { status, own, decidable, byHand } = payout;
  const waits = status === 'awaiting_approval' || status === 'queued';
  const askable = !byHand && (status === 'pending' || status === 'unknown' || status === 'refused');
  if (byHand && (status === 'queued' || status === 'sending'))
    return <HandSteps payout={payout} actions={actions} />;
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
      {status === 'queued' && payout.withdrawal && (
        <Step payout={payout} name="byHand" action={actions.byHand} look={{ variant: 'outline' }} />
      )}
      {waits && (
        <Step
          payout={payout}
          name={status === 'queued' ? 'cancel' : 'reject'}
          action={actions.cancel}
          look={{ variant: 'danger-soft' }}
          icon={<X aria-hidden="true" className="size-4" />}
        >
          <Reason payout={payout} />
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
            <Reason payout={payout} />
          </Step>
        </>
      )}
    </div>
  );
}
