import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { OrderView } from '@/lib/exchange/order-view';
import type { PaymentView } from '@/lib/exchange/payment-view';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import { qrSvg } from '@/lib/qr';
import type { OrderLink } from './claim-form';
import { type PayAction, PayForm } from './pay-form';
import { PayAmount, PayCode, PayLines } from './pay-lines';

type PayStepProps = { order: OrderView; locale: Locale; link: OrderLink; pay: PayAction };

/** The step of paying by a payment system: the way to its page, or what to pay by once it has told. */
export async function PayStep({ order, locale, link, pay }: PayStepProps) {
  const { payment } = order;
  if (!payment) return null;
  const text = codeOf(payment.step);
  return (
    <PayCard
      order={order}
      payment={payment}
      locale={locale}
      link={link}
      pay={pay}
      picture={text ? await qrSvg(text) : null}
    />
  );
}

type PayCardProps = PayStepProps & { payment: PaymentView; picture: string | null };

function PayCard({ order, payment, locale, link, pay, picture }: PayCardProps) {
  const t = useTranslations('payments.pay');
  const { from, received } = order;
  const { step } = payment;
  const system = payment.system?.[locale] ?? from.titles[locale];
  const shown = step?.kind === 'instructions' || step?.kind === 'qr';
  const money = (amount: string) => `${formatAmount(amount, locale)}\u00a0${from.asset}`;
  return (
    <Card title={t('title', { system })}>
      <div className="grid gap-4">
        {payment.status === 'refused' && <Alert tone="warning">{t('refused')}</Alert>}
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 flex-1 basis-64 gap-3">
            <PayAmount
              title={t(received ? 'rest' : 'amount')}
              label={t('amount')}
              amount={payment.amount}
              asset={from.asset}
            />
            {received && (
              <p className="text-sm text-muted">
                {t('restOf', { received: money(received), agreed: money(from.amount) })}
              </p>
            )}
            {step?.kind === 'instructions' && <Instructions step={step} />}
          </div>
          {picture && (
            <PayCode picture={picture} label={t('code')} caption={t(step?.kind === 'qr' ? 'qr' : 'scan')} />
          )}
        </div>
        {step?.kind === 'qr' && step.url && (
          <p>
            <a href={step.url} className="link" rel="noreferrer">
              {t('qrLink')}
            </a>
          </p>
        )}
        {shown ? (
          <p className="text-sm text-muted">{t('instructions')}</p>
        ) : (
          <PayForm action={pay} link={link} system={system} opened={step !== null} />
        )}
      </div>
    </Card>
  );
}

function Instructions({ step }: { step: Extract<StartStep, { kind: 'instructions' }> }) {
  const t = useTranslations('payments');
  const lines = step.lines
    .filter(({ key }) => key !== 'amount')
    .map(({ key, value }) => ({ key, title: t(`instructions.${key}`), value, copy: key !== 'network' }));
  return (
    <>
      <PayLines lines={lines} />
      <Alert tone="info">{t('pay.exactly')}</Alert>
    </>
  );
}

function codeOf(step: StartStep | null): string | null {
  return step?.kind === 'qr' || step?.kind === 'instructions' ? (step.qr ?? null) : null;
}
