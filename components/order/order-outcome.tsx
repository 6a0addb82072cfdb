import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { OrderView } from '@/lib/exchange/order-view';

/** What the office wrote with its last step, the payment's reference, and the way to the next exchange. */
export function OrderOutcome({ order }: { order: OrderView }) {
  const t = useTranslations('order.outcome');
  const { status, from, to } = order;
  const over =
    status === 'completed' ||
    status === 'refunded' ||
    (status === 'canceled' && order.exception !== 'paid_late');
  const words = wordsOf(order);
  const reference = referenceOf(order);
  if (!over && !words && !reference) return null;
  const again = { pathname: `/exchange/${from.code}-${to.code}`, query: { give: from.amount } };
  return (
    <div className="grid gap-4">
      {(words || reference) && (
        <Card title={t(status === 'canceled' ? 'reason' : 'fromOffice')}>
          <div className="grid gap-3">
            {words && <p className="max-w-[68ch] whitespace-pre-line [overflow-wrap:anywhere]">{words}</p>}
            {reference && (
              <div>
                <p className="text-sm text-muted">{t('reference')}</p>
                <p className="flex items-center gap-1">
                  <span className="numeric min-w-0 font-medium [overflow-wrap:anywhere]">{reference}</span>
                  <CopyButton text={reference} label={t('reference')} />
                </p>
              </div>
            )}
          </div>
        </Card>
      )}
      {over && (
        <div>
          <ButtonLink href={again} variant={status === 'completed' ? 'primary' : 'secondary'}>
            {t(status === 'completed' ? 'again' : 'new')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function wordsOf({ status, scheduledText, note, cancelReason }: OrderView): string | null {
  if (status === 'transfer_scheduled') return scheduledText;
  if (status === 'canceled') return cancelReason;
  return status === 'completed' || status === 'refunded' ? note : null;
}

function referenceOf({ status, payoutReference, refundReference }: OrderView): string | null {
  if (status === 'completed') return payoutReference;
  return status === 'refunded' ? refundReference : null;
}
