import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import type { PaymentStatus } from '@/lib/payments/payment-row';
import { qrSvg } from '@/lib/qr';
import { PayForm } from './pay-form';
import { PayAmount, PayCode, PayLines } from './pay-lines';
import type { PayAction, PaySubject } from './subject-inputs';

type PaySystemCardProps = {
  title: string;
  /** Named as the payer reads it. */
  system: string;
  amount: string;
  asset: string;
  /** Beside the amount, where it is not all that was agreed. */
  amountTitle?: string;
  note?: ReactNode;
  payment: { status: PaymentStatus; step: StartStep | null };
  action: PayAction;
  subject: PaySubject;
};

/** The step of paying by a payment system: the way to its page, or what to pay by once it has told. */
export async function PaySystemCard(props: PaySystemCardProps) {
  const text = codeOf(props.payment.step);
  return <Drawn {...props} picture={text ? await qrSvg(text) : null} />;
}

function Drawn({ picture, payment, note, ...props }: PaySystemCardProps & { picture: string | null }) {
  const t = useTranslations('payments.pay');
  const { title, system, amount, asset, amountTitle = t('amount'), action, subject } = props;
  const { step } = payment;
  const shown = step?.kind === 'instructions' || step?.kind === 'qr';
  return (
    <Card title={title}>
      <div className="grid gap-4">
        {payment.status === 'refused' && <Alert tone="warning">{t('refused')}</Alert>}
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 flex-1 basis-64 gap-3">
            <PayAmount title={amountTitle} label={t('amount')} amount={amount} asset={asset} />
            {note}
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
          <PayForm action={action} subject={subject} system={system} opened={step !== null} />
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
