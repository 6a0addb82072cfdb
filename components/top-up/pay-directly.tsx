import { useTranslations } from 'next-intl';
import { PayToCard } from '@/components/pay/pay-to-card';
import type { Locale } from '@/lib/i18n/locales';
import type { TopUpView } from '@/lib/wallet/top-up/top-up-view';

/** How much to pay for a top-up and where to. */
export function PayDirectly({ topUp, locale }: { topUp: TopUpView; locale: Locale }) {
  const t = useTranslations('topup.payTo');
  const { amount, asset, payTo, payCode } = topUp;
  return (
    <PayToCard
      title={t('title', { method: topUp.methodTitles?.[locale] ?? '' })}
      amount={amount}
      asset={asset}
      payTo={payTo}
      payCode={payCode}
      instructions={topUp.instructions[locale] ?? ''}
      exactly={t('exactly')}
      locale={locale}
    />
  );
}
