'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { RequisiteFields } from '@/components/order/requisite-fields';
import { requisiteInputs } from '@/components/order/requisite-inputs';
import { UploadState } from '@/components/pay/upload-state';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { toLocale } from '@/lib/i18n/locales';
import type { TopUpWayView } from '@/lib/wallet/top-up/top-up-page';
import { CashierFields } from './cashier-fields';
import { WayCard, wayValue } from './way-card';

type TopUpFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  asset: string;
  scale: number;
  ways: TopUpWayView[];
  /** What may still be credited today, in the reader's form; null: any. */
  dayLeft: string | null;
  walletNumber: string;
  /** Made when the page was drawn: the form sent twice makes one top-up. */
  idempotencyKey: string;
};

/** How much first, then the ways as cards; a request to a cashier asks for a little more. */
export function TopUpForm(props: TopUpFormProps) {
  const { action, asset, scale, ways, dayLeft, walletNumber, idempotencyKey } = props;
  const t = useTranslations('topup');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(ways[0] ? wayValue(ways[0]) : '');
  const fields = useRef<HTMLFieldSetElement>(null);
  // What was typed and chosen before this page came to life counts too.
  useEffect(() => {
    const form = fields.current?.form;
    if (!form) return;
    const data = new FormData(form);
    setTyped(String(data.get('amount') ?? ''));
    setChosen((present) => String(data.get('choice') ?? present));
  }, []);
  const way = ways.find((one) => wayValue(one) === chosen)?.way ?? 'system';
  return (
    <ActionForm action={action} className="group/ways grid gap-6">
      <input type="hidden" name="asset" value={asset} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field
        name="amount"
        label={t('amount')}
        required
        hint={dayLeft === null ? undefined : t('dayLeft', { left: dayLeft, asset })}
        className="sm:max-w-xs"
      >
        <TextInput
          amount
          suffix={asset}
          maxLength={40}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <fieldset ref={fields} className="grid gap-2.5">
        <legend className="mb-1.5 text-sm font-medium">{t('wayLegend')}</legend>
        {ways.map((one) => (
          <div key={wayValue(one)} className="group/way grid gap-2.5">
            <WayCard
              way={one}
              asset={asset}
              scale={scale}
              typed={typed}
              first={one === ways[0]}
              onChoose={() => setChosen(wayValue(one))}
            />
            {one.fields.length > 0 && (
              <div className="hidden group-has-[[type=radio]:checked]/way:block">
                <PaysFrom way={one} form={fields} />
              </div>
            )}
          </div>
        ))}
      </fieldset>
      {/* Both by style alone, so that they also open without JavaScript. */}
      <Card className="hidden group-has-[[value^=cashier]:checked]/ways:block">
        <CashierFields walletNumber={walletNumber} />
      </Card>
      <div className="grid justify-items-start gap-1.5">
        <SubmitButton size="lg">{t(`submit.${way}`)}</SubmitButton>
        <p className="text-sm text-muted">{t(`submitHint.${way}`)}</p>
        <UploadState />
      </div>
    </ActionForm>
  );
}

/** Where the customer pays from: named by the method, as the fields of two of them may have the same key. */
function PaysFrom({ way, form }: { way: TopUpWayView; form: RefObject<HTMLElement | null> }) {
  const locale = toLocale(useLocale());
  return (
    <RequisiteFields
      side="give"
      title={way.titles?.[locale] ?? ''}
      fields={requisiteInputs(way.fields, `give.${way.methodCode ?? ''}`, locale)}
      saved={way.saved}
      initial={{}}
      form={form}
    />
  );
}
