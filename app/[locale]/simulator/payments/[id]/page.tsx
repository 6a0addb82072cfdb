import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { ChoiceList } from '@/components/simulator/choice-list';
import { SentNotices } from '@/components/simulator/sent-notices';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Time } from '@/components/ui/time';
import { now } from '@/lib/clock';
import { simulatorPayment } from '@/lib/payments/systems/simulator/page';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ did?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('simulator');
  return { title: t('payment.title'), robots: { index: false, follow: false } };
}

const tellable = ['close', 'forged', 'precheck', 'late'] as const;

export default async function SimulatorPaymentPage({ params, searchParams }: PageProps) {
  const [{ id }, { did }] = await Promise.all([params, searchParams]);
  const payment = await orNotFound(simulatorPayment(id));
  const t = await getTranslations('simulator.payment');
  const done = tellable.find((choice) => choice === did);
  return (
    <div className="grid gap-8 lg:grid-cols-[20rem_1fr]">
      <section className="flex flex-col gap-4 lg:sticky lg:top-6 lg:self-start">
        <h1 className="text-lg font-semibold">{t('title')}</h1>
        <Amount value={payment.amount} code={payment.asset} size="xl" />
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <dt className="text-muted">{t('for')}</dt>
          <dd className="break-words">{payment.description}</dd>
          <dt className="text-muted">{t('shop')}</dt>
          <dd>{payment.shop}</dd>
          <dt className="text-muted">{t('waits')}</dt>
          <dd>
            <Time value={payment.expiresAt} show="exact" />
          </dd>
          {payment.payerAccount && (
            <>
              <dt className="text-muted">{t('from')}</dt>
              <dd className="break-all">{payment.payerAccount}</dd>
            </>
          )}
        </dl>
        <a className="link" href={payment.returnUrl}>
          {t('back')}
        </a>
        <SentNotices notices={payment.notices} />
      </section>
      <section className="flex flex-col gap-6">
        {done && (
          <Alert tone="info" title={t(`did.${done}.title`)} role="status">
            {t(`did.${done}.text`)}
          </Alert>
        )}
        {payment.state === 'waiting' ? (
          <ChoiceList payment={payment} late={payment.expiresAt <= now()} />
        ) : (
          <Alert tone={payment.state === 'paid' ? 'success' : 'info'} title={t(`over.${payment.state}`)}>
            {payment.paid && <Amount value={payment.paid} code={payment.asset} />}
            {payment.tellAt && <p>{t('toldLater')}</p>}
          </Alert>
        )}
      </section>
    </div>
  );
}
