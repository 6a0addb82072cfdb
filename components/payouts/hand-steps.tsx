'use client';

import { Check, HandCoins, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { PayoutActions } from './payout-actions';
import { Reason, Step } from './payout-step';
import type { PayoutStepsRow } from './payout-steps';

/**
 * What an operator pays by hand: taken first, so that the customer cannot take it back while the money is on its way,
 * then paid with a reference, or refused with a reason.
 */
export function HandSteps({ payout, actions }: { payout: PayoutStepsRow; actions: PayoutActions }) {
  const t = useTranslations('payouts.steps');
  const { status, own, tellsOfTaken } = payout;
  if (own) return <span className="max-w-[22ch] text-end text-xs text-muted">{t('take.own')}</span>;
  const taken = status === 'sending';
  // Who pays it stands beside its status; the rest is his word.
  if (taken && !tellsOfTaken) return null;
  return (
    <div className="flex flex-wrap justify-end gap-1.5">
      {taken ? (
        <Step
          payout={payout}
          name="settle"
          action={actions.settle}
          look={{ variant: 'secondary' }}
          icon={<Check aria-hidden="true" className="size-4" />}
        >
          <Field name="reference" label={t('reference')} hint={t('referenceByHand')} required>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
        </Step>
      ) : (
        <Step
          payout={payout}
          name="take"
          action={actions.take}
          look={{ variant: 'secondary' }}
          icon={<HandCoins aria-hidden="true" className="size-4" />}
        />
      )}
      {taken && (
        <ActionForm action={actions.putBack} announced={t('putBack.done')} className="contents">
          <input type="hidden" name="payoutId" value={payout.id} />
          <SubmitButton size="sm" variant="outline">
            {t('putBack.open')}
          </SubmitButton>
        </ActionForm>
      )}
      <Step
        payout={payout}
        name="refuse"
        action={taken ? actions.refuse : actions.cancel}
        look={{ variant: 'danger-soft' }}
        danger
        icon={<X aria-hidden="true" className="size-4" />}
      >
        <Reason payout={payout} />
      </Step>
    </div>
  );
}
