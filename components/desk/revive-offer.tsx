'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { RadioGroup } from '@/components/ui/radio-group';
import type { ActionResult } from '@/lib/action';
import type { TermsOffer } from '@/lib/exchange/order-terms';
import type { StepSubject } from './step-subject';

/** Asks what the customer would get at each rate. */
export type OfferAction = (orderId: string) => Promise<ActionResult<TermsOffer>>;

/** The choice between the rate the order was made at and the one of now, each with its amount. */
export function ReviveOffer({ subject, offer }: { subject: StepSubject; offer: OfferAction }) {
  const t = useTranslations('desk.fields');
  const [terms, setTerms] = useState<TermsOffer | null>(null);
  useEffect(() => {
    let stale = false;
    const unknown = (code: string) => ({ old: { code }, present: { code } }) as TermsOffer;
    offer(subject.id).then(
      (answer) => !stale && setTerms(answer.ok ? answer.value : unknown(answer.code)),
      () => !stale && setTerms(unknown('unavailable')),
    );
    return () => {
      stale = true;
    };
  }, [subject.id, offer]);
  return (
    <RadioGroup
      name="rate"
      legend={t('rate')}
      options={(['old', 'present'] as const).map((value) => ({
        value,
        label: (
          <>
            {t(`${value}Rate`)} <Offered offered={terms?.[value] ?? null} asset={subject.to.asset} />
          </>
        ),
      }))}
    />
  );
}

/** The amount at one of the rates, or why it cannot be had. */
function Offered({ offered, asset }: { offered: TermsOffer['old'] | null; asset: string }) {
  const errors = useTranslations('errors');
  if (!offered) return null;
  if ('get' in offered) return <Amount value={offered.get} code={asset} className="font-semibold" />;
  const words = errors.has(offered.code) ? errors(offered.code, {}) : errors('unexpected', { errorId: '' });
  return <span className="text-danger">{words}</span>;
}
