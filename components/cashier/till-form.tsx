'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { FormContext } from '@/components/ui/form-context';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { OperationSummary, TillAssetView } from '@/lib/cashier/till-types';
import type { TillKind } from '@/lib/cashier/till-words';
import { AmountField } from './amount-field';
import { MoneyFields } from './money-fields';
import { focusPlace, goToNextField } from './next-field';
import { OperationCheck } from './operation-check';
import { type LookUp, WalletField } from './wallet-field';
import { WriteOffFields } from './write-off-fields';

export type TillAction = (
  previous: ActionResult<OperationSummary> | null,
  form: FormData,
) => Promise<ActionResult<OperationSummary>>;

/** What a customer's request puts into the form. */
export type Prefilled = {
  topUpId: string;
  number: string;
  asset: string;
  amount: string;
  moneyKind: string;
  comment: string;
};

type TillFormProps = {
  kind: TillKind;
  assets: TillAssetView[];
  pictureRequired: boolean;
  /** Made with the page: the same form sent again is the same operation. */
  idempotencyKey: string;
  prefilled?: Prefilled;
  scanAtOnce?: boolean;
  lookUp: LookUp;
  action: TillAction;
};

/**
 * An operation at the till: fields that Enter goes through, then what will be done in words and figures, then the
 * press that does it. One form throughout, so that a picture chosen once is there to the end.
 */
export function TillForm({
  kind,
  assets,
  pictureRequired,
  idempotencyKey,
  prefilled,
  scanAtOnce,
  lookUp,
  action,
}: TillFormProps) {
  const t = useTranslations(kind === 'top_up' ? 'till.topUp' : 'till.writeOff');
  const [summary, setSummary] = useState<OperationSummary | null>(null);
  const [used, setUsed] = useState(false);
  // Until the page answers to keys, Enter would send a form that is half filled in.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const fields = useRef<HTMLDivElement>(null);

  const act: TillAction = async (previous, form) => {
    const answer = await action(previous, form);
    setUsed(!answer.ok && answer.code === 'idempotency_mismatch');
    return answer;
  };
  const change = () => {
    setSummary(null);
    const places = fields.current?.querySelectorAll<HTMLElement>('[data-chain]');
    // After the next drawing: what is hidden takes no focus.
    requestAnimationFrame(() => focusPlace(places?.[places.length - 1]));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (summary && event.key === 'Escape') change();
    else if (!summary) goToNextField(event);
  };
  return (
    <ActionForm action={act} onSuccess={setSummary} onKeyDown={onKeyDown} className="grid gap-5">
      <BackToFields onProblems={() => setSummary(null)} fields={fields} />
      {used && (
        // Came back to by the browser's button, with other values: a page drawn anew is another operation.
        <Button onClick={() => window.location.reload()}>{t('anew')}</Button>
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields} hidden={summary !== null} className="grid gap-5 [&[hidden]]:hidden">
        {prefilled && <input type="hidden" name="topUpId" value={prefilled.topUpId} />}
        <WalletField lookUp={lookUp} initial={prefilled?.number} scanAtOnce={scanAtOnce} />
        <AmountField kind={kind} assets={assets} asset={prefilled?.asset} amount={prefilled?.amount} />
        {kind === 'write_off' ? (
          <WriteOffFields pictureRequired={pictureRequired} />
        ) : (
          <MoneyFields
            pictureRequired={pictureRequired}
            moneyKind={prefilled?.moneyKind ?? 'cash'}
            comment={prefilled?.comment}
            focusReceipt={prefilled !== undefined}
          />
        )}
        <SubmitButton size="lg" fullWidth disabled={!ready}>
          {t('submit')}
        </SubmitButton>
      </div>
      {summary && <OperationCheck summary={summary} onChange={change} />}
    </ActionForm>
  );
}

/** Whatever is wrong with a field is shown where the field is, and the first of them has the focus. */
function BackToFields({
  onProblems,
  fields,
}: {
  onProblems: () => void;
  fields: RefObject<HTMLDivElement | null>;
}) {
  const { problems } = useContext(FormContext);
  const told = useRef(onProblems);
  told.current = onProblems;
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    told.current();
    // The form puts the focus on its message; at the till the next thing to type is the field.
    const frame = requestAnimationFrame(() =>
      focusPlace(
        fields.current?.querySelector<HTMLElement>('[aria-invalid=true], fieldset[aria-describedby]'),
      ),
    );
    return () => cancelAnimationFrame(frame);
  }, [problems, fields]);
  return null;
}
