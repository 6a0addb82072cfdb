import { useTranslations } from 'next-intl';
import { PaySystemCard } from '@/components/pay/pay-system-card';
import type { PayAction } from '@/components/pay/subject-inputs';
import type { OrderView } from '@/lib/exchange/order-view';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { OrderLink } from './order-link';

type PayStepProps = { order: OrderView; locale: Locale; link: OrderLink; pay: PayAction };

/** The step of paying an order by a payment system; of one that is paid in part, the rest. */
export function PayStep({ order: { payment, from, received }, locale, link, pay }: PayStepProps) {
  const t = useTranslations('payments.pay');
  if (!payment) return null;
  const system = payment.system?.[locale] ?? from.titles[locale];
  const money = (amount: string) => `${formatAmount(amount, locale)}\u00a0${from.asset}`;
  return (
    <PaySystemCard
      title={t('title', { system })}
      system={system}
      amount={payment.amount}
      asset={from.asset}
      amountTitle={t(received ? 'rest' : 'amount')}
      note={
        received && (
          <p className="text-sm text-muted">
            {t('restOf', { received: money(received), agreed: money(from.amount) })}
          </p>
        )
      }
      payment={payment}
      action={pay}
      subject={link}
    />
  );
}
