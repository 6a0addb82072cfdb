import { useTranslations } from 'next-intl';
import { PayToCard } from '@/components/pay/pay-to-card';
import type { OrderView } from '@/lib/exchange/order-view';
import type { Locale } from '@/lib/i18n/locales';

/** How much to pay for an order and where to. */
export function PayTo({ order, locale }: { order: OrderView; locale: Locale }) {
  const t = useTranslations('order.payTo');
  const { from, payTo, payCode, payment } = order;
  return (
    <PayToCard
      title={t('title', { method: from.titles[locale] })}
      amount={payment?.amount ?? from.amount}
      asset={from.asset}
      payTo={payTo}
      payCode={payCode}
      instructions={order.instructions[locale] || ''}
      exactly={t('exactly')}
      locale={locale}
    />
  );
}
