import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LiveRefresh } from '@/components/live/live-refresh';
import { CancelOrder } from '@/components/order/cancel-order';
import { OrderAnnouncer } from '@/components/order/order-announcer';
import { OrderClaimed } from '@/components/order/order-claimed';
import { OrderFacts } from '@/components/order/order-facts';
import { OrderHeading } from '@/components/order/order-heading';
import { OrderHistory } from '@/components/order/order-history';
import { OrderOutcome } from '@/components/order/order-outcome';
import { OrderReceipts } from '@/components/order/order-receipts';
import { PayFromWallet } from '@/components/order/pay-from-wallet';
import { PayStep } from '@/components/order/pay-step';
import { PayTo } from '@/components/order/pay-to';
import { ClaimForm } from '@/components/pay/claim-form';
import { PaymentAwaited } from '@/components/pay/payment-awaited';
import { RefundDetails } from '@/components/refunds/refund-details';
import { ClientMessages } from '@/components/ui/client-messages';
import { now } from '@/lib/clock';
import { loadOrderView } from '@/lib/exchange/queries';
import { toLocale } from '@/lib/i18n/locales';
import { loadRefundViews } from '@/lib/payments/refunds/refund-view';
import { walletPaymentOf } from '@/lib/wallet/order-payment-view';
import { cancel, checkPayment, claim, pay, payWallet, tellRefundDetails } from './actions';

type OrderPageProps = {
  params: Promise<{ orderId: string; secret: string }>;
  searchParams: Promise<{ back?: string | string[] }>;
};

const loadOrder = cache((orderId: string, secret: string) =>
  orNotFound(loadOrderView({ orderId, reader: { secret } })),
);

/** The title moves with the status: it is what a tab in the background shows. */
export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const { orderId, secret } = await params;
  const order = await loadOrder(orderId, secret);
  const t = await getTranslations('status');
  return pageMetadata({ title: `${t(order.status)} · ${order.from.asset} → ${order.to.asset}` });
}

/** The customer's page of one order, for whoever has its link: what is so, what to do, how long, where to pay. */
export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { orderId, secret } = await params;
  const cameBack = (await searchParams).back !== undefined;
  const order = await loadOrder(orderId, secret);
  const actor = await currentActor();
  const [refunds, wallet] = await Promise.all([
    loadRefundViews({ orderId, reader: { secret } }),
    order.may.payFromWallet ? walletPaymentOf({ orderId, actor }) : null,
  ]);
  const locale = toLocale(await getLocale());
  const link = { orderId, secret };
  const t = await getTranslations('order.claim');
  const until = order.payment?.expiresAt ?? order.expiresAt;
  const secondsLeft = Math.max(0, (Date.parse(until) - now().getTime()) / 1000);
  const awaited = cameBack && order.may.pay && order.payment?.step;
  return (
    <ClientMessages namespaces={['order', 'payments', 'refunds']}>
      <LiveRefresh url={`/api/live/orders/${orderId}?secret=${secret}`} version={order.version} />
      <OrderAnnouncer state={`${order.status}/${order.exception ?? ''}`} />
      <div className="grid gap-5">
        <OrderHeading order={order} locale={locale} secondsLeft={secondsLeft} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
          <div className="grid min-w-0 gap-5 empty:hidden">
            {awaited && (
              <PaymentAwaited
                action={checkPayment}
                subject={link}
                system={order.payment?.system?.[locale] ?? ''}
              />
            )}
            {refunds.map((refund) => (
              <RefundDetails
                key={refund.id}
                refund={refund}
                locale={locale}
                link={link}
                action={tellRefundDetails}
              />
            ))}
            {order.may.pay && <PayStep order={order} locale={locale} link={link} pay={pay} />}
            {order.may.payFromWallet && (
              <PayFromWallet
                order={order}
                wallet={wallet}
                signedIn={actor.kind === 'user'}
                locale={locale}
                link={link}
                action={payWallet}
              />
            )}
            {order.may.claim && <PayTo order={order} locale={locale} />}
            <OrderReceipts order={order} locale={locale} />
            {order.may.claimLate && (
              <ClaimForm action={claim} subject={link} rules={order.claimRules} lateIntro={t('lateIntro')} />
            )}
            <OrderOutcome order={order} />
          </div>
          <div className="grid min-w-0 gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {order.may.claim && <ClaimForm action={claim} subject={link} rules={order.claimRules} />}
            {!order.may.claim && <OrderFacts order={order} locale={locale} />}
            {order.may.cancel && <CancelOrder action={cancel} link={link} />}
          </div>
          <div className="grid min-w-0 gap-5">
            {order.may.claim && <OrderFacts order={order} locale={locale} />}
            <OrderClaimed order={order} secret={secret} />
            <OrderHistory order={order} />
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
