'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Countdown } from '@/components/ui/countdown';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { type FormWallet, OrderWallet } from './order-wallet';
import { RequisiteFields, type RequisiteSide } from './requisite-fields';

type OrderFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  quoteId: string;
  /** Until the quote is over, counted by the server; 0 when it is. */
  secondsLeft: number;
  sides: RequisiteSide[];
  /** By field name: what is known of the customer, or what he typed before the quote was renewed. */
  initial: Record<string, string>;
  signedIn: boolean;
  /** Where a side is a wallet. */
  wallet: FormWallet | null;
  summary: ReactNode;
};

/**
 * A quote becomes an order. When the quote's time is over the button asks for the present rate instead; what was typed
 * stays, and no order is made at a rate that was not seen.
 */
export function OrderForm({ quoteId, ...props }: OrderFormProps) {
  const t = useTranslations('order.form');
  const [overQuote, setOverQuote] = useState(props.secondsLeft <= 0 ? quoteId : '');
  const fields = useRef<HTMLDivElement>(null);
  const over = overQuote === quoteId || props.secondsLeft <= 0;
  return (
    <div className="grid gap-5">
      <h1>{t('title')}</h1>
      <ActionForm action={props.action} className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <input type="hidden" name="quoteId" value={quoteId} />
        <div className="grid gap-4 lg:order-2 lg:sticky lg:top-20">
          <Card>{props.summary}</Card>
          <div role="status">
            {over && (
              <Alert tone="warning" title={t('overTitle')}>
                {t('overText')}
              </Alert>
            )}
          </div>
          {!over && (
            <p className="text-sm text-muted">
              {t('frozenFor')}{' '}
              <Countdown
                key={quoteId}
                secondsLeft={props.secondsLeft}
                onOver={() => setOverQuote(quoteId)}
                overText="0:00"
              />
            </p>
          )}
        </div>
        <div ref={fields} className="grid min-w-0 gap-5 lg:order-1">
          {props.wallet && <OrderWallet wallet={props.wallet} />}
          {/* A guest signs in first: what he would type here would be lost on the way. */}
          {props.wallet?.state !== 'guest' && <OrderFields {...props} form={fields} />}
          {over ? (
            <div className="grid gap-2">
              <SubmitButton name="intent" value="renew" size="lg" fullWidth>
                {t('renew')}
              </SubmitButton>
              <p className="text-sm text-muted">{t('renewHint')}</p>
            </div>
          ) : (
            <OrderSubmit wallet={props.wallet} />
          )}
        </div>
      </ActionForm>
    </div>
  );
}

/** What the office must know: both sides' details, how to reach the customer, and that he agrees. */
function OrderFields({
  sides,
  initial,
  signedIn,
  form,
}: Pick<OrderFormProps, 'sides' | 'initial' | 'signedIn'> & { form: RefObject<HTMLElement | null> }) {
  const t = useTranslations('order.form');
  const asks = sides.some((side) => side.fields.length > 0);
  return (
    <>
      {sides.map((side) => (
        <RequisiteFields key={side.side} {...side} initial={initial} form={form} />
      ))}
      <Card title={t('contact')}>
        <div className="grid gap-4">
          <Field name="email" label={t('email')} hint={t('emailHint')} required>
            <TextInput
              type="email"
              inputMode="email"
              autoComplete="email"
              spellCheck={false}
              defaultValue={initial.email}
            />
          </Field>
          <Field name="phone" label={t('phone')} hint={t('phoneHint')} optional>
            <TextInput type="tel" inputMode="tel" autoComplete="tel" defaultValue={initial.phone} />
          </Field>
        </div>
      </Card>
      <div className="grid gap-1">
        {signedIn && asks && (
          <Checkbox name="save" label={t('save')} defaultChecked={initial.save === 'on'} />
        )}
        <Checkbox
          name="consent"
          required
          label={t.rich('consent', {
            rules: (words) => (
              <Link href="/rules" target="_blank" className="link">
                {words}
              </Link>
            ),
          })}
        />
      </div>
    </>
  );
}

/** The last press; where a wallet pays it is the only one. What stands in the way is said above, and nothing is sent. */
function OrderSubmit({ wallet }: { wallet: FormWallet | null }) {
  const t = useTranslations('order');
  const locale = toLocale(useLocale());
  if (wallet?.state === 'guest') return null;
  if (wallet?.state === 'short')
    return (
      <ButtonLink href="/cabinet/top-up" variant="primary" size="lg" fullWidth>
        {t('wallet.topUp')}
      </ButtonLink>
    );
  const pays = wallet?.state === 'ready';
  return (
    <div className="grid gap-2">
      {pays && <input type="hidden" name="payFromWallet" value="on" />}
      <SubmitButton name="intent" value="order" size="lg" fullWidth>
        {pays
          ? t('wallet.pay', { amount: `${formatAmount(wallet.amount, locale)}\u00a0${wallet.asset}` })
          : t('form.submit')}
      </SubmitButton>
      <p className="text-sm text-muted">{t(pays ? 'wallet.payHint' : 'form.submitHint')}</p>
    </div>
  );
}
