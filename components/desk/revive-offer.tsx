'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { RadioGroup } from '@/components/ui/radio-group';
import type { ActionResult } from '@/lib/action';
import type { StepSubject } from './step-subject';

/** Asks what the customer would get at the present rate. */
export type OfferAction = (orderId: string) => Promise<ActionResult<{ get: string }>>;

type Offer = { get: string } | { code: string };

/** The choice between the rate the order was made at and the one of now, each with its amount. */
export function ReviveOffer({ subject, offer }: { subject: StepSubject; offer: OfferAction }) {
  const t = useTranslations('desk.fields');
  const errors = useTranslations('errors');
  const [present, setPresent] = useState<Offer | null>(null);
  useEffect(() => {
    let stale = false;
    offer(subject.id).then(
      (answer) => !stale && setPresent(answer.ok ? { get: answer.value.get } : { code: answer.code }),
      () => !stale && setPresent({ code: 'unavailable' }),
    );
    return () => {
      stale = true;
    };
  }, [subject.id, offer]);
  return (
    <RadioGroup
      name="rate"
      legend={t('rate')}
      options={[
        {
          value: 'old',
          label: (
            <>
              {t('oldRate')}{' '}
              <Amount value={subject.to.amount} code={subject.to.asset} className="font-semibold" />
            </>
          ),
        },
        {
          value: 'present',
          label: (
            <>
              {t('presentRate')}{' '}
              {present && 'get' in present && (
                <Amount value={present.get} code={subject.to.asset} className="font-semibold" />
              )}
              {present && 'code' in present && (
                <span className="text-danger">
                  {errors.has(present.code)
                    ? errors(present.code, {})
                    : errors('unexpected', { errorId: '' })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
