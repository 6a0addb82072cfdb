import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import type { PayAction } from '@/components/pay/subject-inputs';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { OrderView } from '@/lib/exchange/order-view';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { WalletPaymentView } from '@/lib/wallet/order-payment-view';
import type { OrderLink } from './order-link';
import { PayWalletForm } from './pay-wallet-form';

type PayFromWalletProps = {
  order: OrderView;
  /** Null: the reader is not signed in as the wallet's owner. */
  wallet: WalletPaymentView | null;
  signedIn: boolean;
  locale: Locale;
  link: OrderLink;
  action: PayAction;
};

/** An order from a wallet that is not paid yet: one press, or what stands in its way. */
export function PayFromWallet({ order, wallet, signedIn, locale, link, action }: PayFromWalletProps) {
  const t = useTranslations('order.wallet');
  const { asset } = order.from;
  const amount = order.payment?.amount ?? order.from.amount;
  const here = `/orders/${link.orderId}/${link.secret}`;
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        <Amount value={amount} code={asset} size="xl" />
        {wallet && (
          <p className="text-sm text-muted">
            {t('has')} <Amount value={wallet.available} code={asset} />
          </p>
        )}
        {!wallet && signedIn && <Alert tone="warning">{t('notYours')}</Alert>}
        {!wallet && !signedIn && (
          <>
            <p>{t('signIn')}</p>
            <ButtonLink
              href={{ pathname: '/sign-in', query: { next: `/${locale}${here}` } }}
              variant="primary"
            >
              {t('signInLink')}
            </ButtonLink>
          </>
        )}
        {wallet && !wallet.isEnough && (
          <Alert tone="warning" title={t('short')}>
            <Link href="/cabinet/top-up" className="link">
              {t('topUp')}
            </Link>
          </Alert>
        )}
        {wallet?.isEnough && (
          <PayWalletForm
            action={action}
            link={link}
            paymentId={wallet.paymentId}
            label={t('pay', { amount: `${formatAmount(amount, locale)}\u00a0${asset}` })}
          />
        )}
      </div>
    </Card>
  );
}
