'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { RefundFields } from './refund-fields';
import { type OfferAction, ReviveOffer } from './revive-offer';
import { soonLocal } from './soon-local';
import type { AskedStep } from './step-dialog';
import type { StepSubject } from './step-subject';

type StepFieldsProps = { step: AskedStep; subject: StepSubject; timeZone: string; offer: OfferAction };

/** What each step has to be told. */
export function StepFields({ step, subject, timeZone, offer }: StepFieldsProps) {
  const t = useTranslations('desk.fields');
  switch (step) {
    case 'finalize':
      return (
        <>
          {!subject.payout.some(({ key }) => key === 'wallet') && (
            <Field
              name="payoutReference"
              label={t('payoutReference')}
              hint={t('payoutReferenceHint')}
              optional
            >
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          )}
          <Field name="note" label={t('note')} hint={t('toldToCustomer')} optional>
            <TextArea rows={2} maxLength={2000} />
          </Field>
        </>
      );
    case 'schedule':
      return (
        <>
          <Field name="sendAt" label={t('sendAt')} hint={t('sendAtHint', { zone: timeZone })} required>
            <TextInput type="datetime-local" defaultValue={soonLocal(timeZone, new Date())} />
          </Field>
          <Field name="text" label={t('text')} hint={t('toldToCustomer')} optional>
            <TextArea rows={2} maxLength={2000} />
          </Field>
        </>
      );
    case 'start_refund':
      return <RefundFields subject={subject} />;
    case 'cancel':
      return (
        <Field name="reason" label={t('reason')} hint={t('toldToCustomer')} required>
          <TextArea rows={2} maxLength={1000} />
        </Field>
      );
    case 'claim_late':
      return (
        <Field name="comment" label={t('comment')} hint={t('forStaff')} optional>
          <TextArea rows={2} maxLength={1000} />
        </Field>
      );
    case 'refund':
      return (
        <>
          <Field name="reference" label={t('refundReference')} optional>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <Field name="note" label={t('note')} hint={t('toldToCustomer')} optional>
            <TextArea rows={2} maxLength={2000} />
          </Field>
        </>
      );
    case 'revive':
    case 'accept':
      return <ReviveOffer subject={subject} offer={offer} />;
    default:
      return null;
  }
}
