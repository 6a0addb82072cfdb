'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { StepSubject } from './step-subject';

type Kind = 'full' | 'excess' | 'part';

const bases = ['received', 'order_rate', 'present_rate'] as const;
const ways = ['auto', 'hand'] as const;

/** How much goes back and what it is counted from, what the office keeps of it, by which way, and why. */
export function RefundFields({ subject }: { subject: StepSubject }) {
  const t = useTranslations('desk.fields');
  const { from, received, refund, refundsWhole = true } = subject;
  const most: Record<Kind, string | null> = {
    full: refundsWhole ? (received ?? from.amount) : null,
    excess: refund?.excess ?? null,
    part: refund?.part ?? null,
  };
  const kinds = (['full', 'excess', 'part'] as const).filter((kind) => most[kind] !== null);
  const [kind, setKind] = useState<Kind>(kinds.includes('excess') ? 'excess' : (kinds[0] ?? 'full'));
  return (
    <>
      {kinds.length > 1 ? (
        <RadioGroup
          name="kind"
          legend={t('refundKind')}
          defaultValue={kind}
          onValueChange={(value) => setKind(value as Kind)}
          options={kinds.map((value) => ({
            value,
            label: (
              <>
                {t(`refundKinds.${value}`)}{' '}
                <Amount value={most[value] ?? '0'} code={from.asset} className="font-semibold" />
              </>
            ),
          }))}
        />
      ) : (
        <input type="hidden" name="kind" value={kind} />
      )}
      {kind !== 'full' && (
        <>
          <Field name="amount" label={t('refundAmount')} hint={t('refundAmountHint')} optional>
            <TextInput amount suffix={from.asset} />
          </Field>
          <Field name="basis" label={t('refundBasis')} hint={t('refundBasisHint')}>
            <Select>
              {bases.map((value) => (
                <option key={value} value={value}>
                  {t(`refundBases.${value}`)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <Field name="fee" label={t('refundFee')} hint={t('refundFeeHint')} optional>
        <TextInput amount suffix={from.asset} />
      </Field>
      {!subject.fromWallet && (
        <RadioGroup
          name="way"
          legend={t('refundWay')}
          defaultValue="auto"
          options={ways.map((value) => ({ value, label: t(`refundWays.${value}`) }))}
        />
      )}
      <Field name="reason" label={t('reason')} hint={t('toldToCustomer')} required>
        <TextArea rows={2} maxLength={1000} />
      </Field>
    </>
  );
}
