import { useLocale, useTranslations } from 'next-intl';
import { useReasonWords } from '@/components/payouts/reason-words';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import type { DeskPayment, DeskPayout } from '@/lib/exchange/desk-payments';
import { toLocale } from '@/lib/i18n/locales';
import type { BookAction } from './book-dialog';
import { BookPayment } from './book-payment';

const paymentTones: Record<DeskPayment['status'], BadgeTone> = {
  created: 'neutral',
  started: 'info',
  claimed: 'warning',
  paid: 'success',
  refused: 'danger',
  canceled: 'neutral',
};

const payoutTones: Record<DeskPayout['status'], BadgeTone> = {
  awaiting_approval: 'warning',
  queued: 'info',
  sending: 'info',
  pending: 'info',
  unknown: 'danger',
  settled: 'success',
  refused: 'danger',
  canceled: 'neutral',
};

/** What came in and what went out, payment by payment, with the systems' own numbers and words. */
export function OrderPayments({
  opened: { order, payments, payouts },
  book,
}: {
  opened: DeskOrder;
  book: BookAction;
}) {
  const t = useTranslations('desk.payments');
  const reasonWords = useReasonWords();
  if (payments.length === 0 && payouts.length === 0) return null;
  return (
    <Card title={t('title')}>
      <ul className="grid gap-3 text-sm">
        {payouts.map((payout) => (
          <li key={payout.id} className="grid gap-1" data-payout={payout.status}>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Badge tone={payoutTones[payout.status]}>{t(`payout.${payout.status}`)}</Badge>
              {payout.contradicted && <Badge tone="danger">{t('contradicted')}</Badge>}
              <span>
                {t('out')} <Amount value={payout.amount} code={order.toAsset} className="font-semibold" />
              </span>
              <Time value={payout.createdAt} className="text-muted" />
            </p>
            <Line title={t('reference')} value={payout.reference} copy />
            <Line title={t('reason')} value={payout.reason && reasonWords(payout.reason)} />
          </li>
        ))}
        {payments.map((payment) => (
          <Payment key={payment.id} payment={payment} asset={order.fromAsset} book={book} />
        ))}
      </ul>
    </Card>
  );
}

type PaymentProps = { payment: DeskPayment; asset: string; book: BookAction };

function Payment({ payment, asset, book }: PaymentProps) {
  const t = useTranslations('desk.payments');
  const reasonWords = useReasonWords();
  const locale = toLocale(useLocale());
  const at = payment.paidAt ?? payment.startedAt;
  return (
    <li className="grid gap-1" data-payment={payment.status}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={paymentTones[payment.status]}>{t(`status.${payment.status}`)}</Badge>
        <span>
          {payment.system?.[locale] ?? t(payment.wallet ? 'wallet' : 'direct')}{' '}
          <Amount value={payment.received ?? payment.amount} code={asset} className="font-semibold" />
        </span>
        {at && <Time value={at} className="text-muted" />}
      </p>
      {payment.received !== null && payment.received !== payment.amount && (
        <p className="text-muted">
          {t('asked')} <Amount value={payment.amount} code={asset} />
        </p>
      )}
      {payment.systemFee && (
        <p className="text-muted">
          {t('systemFee')} <Amount value={payment.systemFee} code={asset} />
        </p>
      )}
      <Line title={t('payer')} value={payment.payer} copy />
      <Line title={t('externalId')} value={payment.externalId} copy />
      <Line title={t('number')} value={`${payment.number}`} />
      <Line title={t('confirmedBy')} value={payment.confirmedBy} />
      <Line title={t('reason')} value={payment.reason && reasonWords(payment.reason)} />
      {payment.system !== null && payment.status !== 'paid' && (
        <BookPayment paymentId={payment.id} asset={asset} book={book} />
      )}
    </li>
  );
}

function Line({ title, value, copy = false }: { title: string; value: string | null; copy?: boolean }) {
  if (!value) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-muted">
      {title}: <span className="min-w-0 text-foreground [overflow-wrap:anywhere]">{value}</span>
      {copy && <CopyButton text={value} label={title} />}
    </p>
  );
}
