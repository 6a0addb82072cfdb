import { useTranslations } from 'next-intl';
import { PayAmount, PayCode, PayLines } from '@/components/order/pay-lines';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locales';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import { qrSvg } from '@/lib/qr';
import type { TopUpView } from '@/lib/wallet/top-up/top-up-view';
import { type StepAction, StepForm } from './step-form';

type PayBySystemProps = { topUp: TopUpView; locale: Locale; pay: StepAction };

/** The way to the system's page, or what to pay by once it has told. */
export async function PayBySystem(props: PayBySystemProps) {
  const { payment } = props.topUp;
  if (!payment) return null;
  const code = codeOf(payment.step);
  return <PayCard {...props} payment={payment} picture={code ? await qrSvg(code) : null} />;
}

type PayCardProps = PayBySystemProps & {
  payment: NonNullable<TopUpView['payment']>;
  picture: string | null;
};

function PayCard({ topUp, payment, locale, pay, picture }: PayCardProps) {
  const t = useTranslations('payments.pay');
  const words = useTranslations('topup');
  const { step } = payment;
  const system = payment.system[locale];
  const shown = step?.kind === 'instructions' || step?.kind === 'qr';
  return (
    <Card title={words('pay.title', { system })}>
      <div className="grid gap-4">
        {payment.status === 'refused' && <Alert tone="warning">{t('refused')}</Alert>}
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 flex-1 basis-64 gap-3">
            <PayAmount title={t('amount')} label={t('amount')} amount={topUp.amount} asset={topUp.asset} />
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
          <StepForm
            action={pay}
            topUpId={topUp.id}
            text={step ? t('opened') : t('lead', { system })}
            submit={t(step ? 'again' : 'submit')}
          />
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
