'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RequisiteFields, type RequisiteSide } from '@/components/order/requisite-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { WithdrawalSummary } from '@/lib/wallet/withdrawal/summarise-withdrawal';
import { CostNow, type Costs } from './cost-now';
import { WithdrawReview } from './withdraw-review';

type Reviewed = { summary: WithdrawalSummary; typed: Record<string, string> };

type Action<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

type WithdrawFormProps = {
  review: Action<Reviewed>;
  confirm: Action<null>;
  methodCode: string;
  /** Names this drawing of the page: what is pressed twice on it is one withdrawal. */
  pageKey: string;
  side: RequisiteSide;
  costs: Costs;
  /** The most that can be withdrawn now, a plain decimal. */
  most: string;
  /** The bounds in words. */
  bounds: string;
};

/** Where to and how much; then the same told back, to be confirmed. What was typed stays while it is looked at. */
export function WithdrawForm({ review, confirm, side, costs, most, bounds, ...props }: WithdrawFormProps) {
  const t = useTranslations('withdrawal.form');
  const [pageKey] = useState(props.pageKey);
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const [amount, setAmount] = useState('');
  const fields = useRef<HTMLDivElement>(null);

  const takeAll = () => {
    const input = fields.current?.querySelector('input[name="amount"]');
    if (!(input instanceof HTMLInputElement)) return;
    input.value = most;
    setAmount(most);
    input.focus();
  };
  return (
    <>
      <ActionForm
        action={review}
        onSuccess={setReviewed}
        hidden={reviewed !== null}
        onInput={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === 'amount') setAmount(target.value);
        }}
      >
        <input type="hidden" name="methodCode" value={props.methodCode} />
        <div ref={fields} className="grid gap-4">
          <RequisiteFields {...side} initial={{}} form={fields} />
          <Card title={t('amountTitle')}>
            <div className="grid gap-4">
              <div className="flex items-start gap-2">
                <Field name="amount" label={t('amount')} hint={bounds} required className="grow">
                  <TextInput amount suffix={costs.asset} maxLength={40} />
                </Field>
                <Button variant="outline" onClick={takeAll} className="mt-[1.625rem]">
                  {t('all')}
                </Button>
              </div>
              <CostNow costs={costs} amount={amount} />
            </div>
          </Card>
          {side.fields.length > 0 && <Checkbox name="save" label={t('save')} />}
          <div>
            <SubmitButton size="lg">{t('check')}</SubmitButton>
          </div>
        </div>
      </ActionForm>
      {reviewed && (
        <WithdrawReview {...reviewed} pageKey={pageKey} action={confirm} onChange={() => setReviewed(null)} />
      )}
    </>
  );
}
