'use client';

import { useTranslations } from 'next-intl';
import { inputOf } from '@/components/order/requisite-input';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { Locale } from '@/lib/i18n/locales';
import type { RefundView } from '@/lib/payments/refunds/refund-view';

export type DetailsAction = (
  previous: ActionResult<null> | null,
  form: FormData,
) => Promise<ActionResult<null>>;

type RefundFormProps = {
  refund: Pick<RefundView, 'stage' | 'fields' | 'proposed'>;
  locale: Locale;
  link: { orderId: string; secret: string };
  action: DetailsAction;
};

/** Where the customer wants his money back to; what he paid from is proposed. */
export function RefundForm({ refund: { stage, fields, proposed }, locale, link, action }: RefundFormProps) {
  const t = useTranslations('refunds.customer');
  return (
    <ActionForm action={action} announced={t('saved')}>
      <input type="hidden" name="orderId" value={link.orderId} />
      <input type="hidden" name="secret" value={link.secret} />
      {stage === 'asks' && <p className="max-w-[68ch] text-sm">{t('ask')}</p>}
      {fields.map(({ key, titles, hints, required, validator, params }) => (
        <Field
          key={key}
          name={key}
          label={titles[locale]}
          hint={hints[locale] || undefined}
          required={required}
          optional={!required}
        >
          <TextInput
            {...inputOf({ validator, example: params.example })}
            defaultValue={stage === 'asks' ? proposed[key] : undefined}
          />
        </Field>
      ))}
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
