import { useNow, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { walletKey } from '@/lib/exchange/order-lines';
import type { OrderView } from '@/lib/exchange/order-view';
import type { OrderStatus } from '@/lib/exchange/status';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import { OrderSteps } from './order-steps';
import { StatusIcon } from './status-icon';
import { TimeToPay } from './time-to-pay';

/** Where there is a step to come; afterwards the heading says it all. */
const stepped = new Set<OrderStatus>([
  'in_progress',
  'pending_processing',
  'payment_claimed',
  'transfer_scheduled',
  'funds_received',
]);

type OrderHeadingProps = { order: OrderView; locale: Locale; secondsLeft: number };

/** What is so, in words; what to do now; how long there is for it. */
export function OrderHeading({ order, locale, secondsLeft }: OrderHeadingProps) {
  const t = useTranslations('order');
  const status = useTranslations('status');
  const now = useNow();
  const isPast = order.scheduledFor !== null && new Date(order.scheduledFor) < now;
  const given = (amount: string) => `${formatAmount(amount, locale)}\u00a0${order.from.asset}`;
  const amounts = {
    give: given(order.from.amount),
    get: `${formatAmount(order.to.amount, locale)}\u00a0${order.to.asset}`,
    received: order.received ? given(order.received) : '',
    // What is to be paid may differ from what was agreed: by a few kopecks that tell payments apart, or by what came.
    pay: given(order.payment?.amount ?? order.from.amount),
    system: order.payment?.system?.[locale] ?? '',
    wallet: walletOf(order),
  };
  return (
    <header className="grid gap-3">
      <p className="flex items-center gap-1 text-sm text-muted">
        <span className="numeric break-all">{t('number', { id: order.id })}</span>
        <CopyButton text={order.id} label={t('id')} />
      </p>
      <div className="flex items-start gap-2.5">
        <StatusIcon status={order.status} />
        <h1 id="order-status" tabIndex={-1}>
          {status(order.status)}
        </h1>
      </div>
      <p className="max-w-[68ch] text-base">{t(`now.${nowKey(order)}`, amounts)}</p>
      {(order.may.claim || order.may.pay || order.may.payFromWallet) && (
        <TimeToPay secondsLeft={secondsLeft} until={order.payment?.expiresAt ?? order.expiresAt} />
      )}
      {order.status === 'transfer_scheduled' && order.scheduledFor && (
        <p className="text-base">
          {t(isPast ? 'sendAtPast' : 'sendAt')}{' '}
          <Time
            value={new Date(order.scheduledFor)}
            show={isPast ? 'exact' : 'both'}
            className="font-semibold"
          />
        </p>
      )}
      {order.exception && (
        <Alert tone="warning" title={t(`exceptions.${order.exception}.title`)}>
          {t(`exceptions.${order.exception}.${exceptionText(order)}`, amounts)}
        </Alert>
      )}
      {stepped.has(order.status) && <OrderSteps order={order} />}
    </header>
  );
}

/** The number of the customer's wallet, where a side is one. */
function walletOf({ giveRequisites, getRequisites }: OrderView): string {
  return [...getRequisites, ...giveRequisites].find(({ key }) => key === walletKey)?.value ?? '';
}

/** Which words say what to do: those of the status, of an order that waits for its money after all, or of whose end it was. */
function nowKey(order: OrderView): string {
  const { status, exception, canceledBy, received } = order;
  const fromWallet = order.from.kind === 'wallet';
  if (status === 'canceled' && exception === 'paid_late') return received ? 'received_late' : 'paid_late';
  if (status === 'canceled' && fromWallet) return 'canceled_wallet';
  if (status === 'canceled') return `canceled_${canceledBy ?? 'operator'}`;
  if (status === 'completed' && order.to.kind === 'wallet') return 'completed_wallet';
  if (status === 'refunded' && fromWallet) return 'refunded_wallet';
  if (status === 'funds_received' && order.to.kind === 'wallet') return 'to_wallet';
  if (status === 'pending_processing' && received) return 'rest';
  return status === 'in_progress' ? progressKey(order) : status;
}

/** An order of a payment system: to be paid, told of, decided on, or on its way out. */
function progressKey({ type, payment, received, exception }: OrderView): string {
  if (type === 'operator') return received ? 'sending' : 'pending_processing';
  if (received && payment) return 'rest';
  if (received) return exception === null || exception === 'payout_unknown' ? 'sending' : 'decided';
  if (payment?.status === 'claimed') return 'payment_claimed';
  if (payment?.wallet) return 'pay_wallet';
  if (payment?.system === null) return 'pending_processing';
  return payment ? `pay_${type}` : 'in_progress';
}

/** What stands beside the exception, where it was decided on already. */
function exceptionText({ exception, payment, received }: OrderView): string {
  if (exception === 'underpaid' && payment && received) return 'asked';
  return exception === 'paid_late' && received ? 'received' : 'text';
}
