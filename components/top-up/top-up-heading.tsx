import { useTranslations } from 'next-intl';
import { TimeToPay } from '@/components/order/time-to-pay';
import { CopyButton } from '@/components/ui/copy-button';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { TopUpView } from '@/lib/wallet/top-up/top-up-view';
import { TopUpAnnouncer } from './top-up-announcer';

type TopUpHeadingProps = { topUp: TopUpView; locale: Locale; secondsLeft: number | null };

/** What is so, in words; what to do now; how long there is for it. */
export function TopUpHeading({ topUp, locale, secondsLeft }: TopUpHeadingProps) {
  const t = useTranslations('topup');
  const { way, status, asset, number } = topUp;
  const money = (amount: string) => `${formatAmount(amount, locale)}\u00a0${asset}`;
  const amounts = {
    amount: money(topUp.amount),
    system: topUp.payment?.system[locale] ?? '',
    credited: topUp.credited === null ? '' : money(topUp.credited),
    received: money(receivedBy(topUp)),
    fee: money(topUp.fee),
  };
  const statuses = way === 'cashier' ? 'requestStatuses' : 'statuses';
  return (
    <header className="grid gap-3">
      <p className="flex items-center gap-1 text-sm text-muted">
        {t('number', { number })}
        <CopyButton text={String(number)} label={t('number', { number })} />
      </p>
      <TopUpAnnouncer number={number} status={t(`${statuses}.${status}`)} />
      <h1 id="top-up-status" tabIndex={-1}>
        {t(`${statuses}.${status}`)}
      </h1>
      <p className="max-w-[68ch] text-base">{t(`now.${nowKey(topUp)}`, amounts)}</p>
      {status === 'declined' && way === 'direct' && (
        <p className="max-w-[68ch] text-sm text-muted">{t('now.declinedAsk')}</p>
      )}
      {secondsLeft !== null && topUp.expiresAt && status === 'waiting' && (
        <TimeToPay secondsLeft={secondsLeft} until={topUp.expiresAt} />
      )}
    </header>
  );
}

/** At the cashier's no payment tells what came: it is what was credited and the fee. */
function receivedBy({ received, amount }: TopUpView): string {
  return received ?? amount;
}

function nowKey(topUp: TopUpView) {
  const { way, status, credited, received, fee } = topUp;
  if (status === 'credited') {
    if (credited !== null && !/[1-9]/.test(credited)) return 'credited_none';
    return received !== null && /[1-9]/.test(fee) ? 'credited_fee' : 'credited';
  }
  if (status === 'waiting') return `${way}_waiting` as const;
  if (status === 'claimed') return way === 'cashier' ? 'cashier_claimed' : 'direct_claimed';
  return status === 'canceled' && way === 'cashier' ? 'canceled_cashier' : status;
}
