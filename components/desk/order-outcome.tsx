import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';

/** What the office told and did: the date, the note, references, why it was canceled. */
export function OrderOutcome({ opened: { order } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.outcome');
  const texts = [
    ['scheduledText', order.scheduledText],
    ['note', order.note],
    ['payoutReference', order.payoutReference],
    ['refundReference', order.refundReference],
    ['canceledBy', order.canceledBy && t(`by.${order.canceledBy}`)],
    ['cancelReason', order.cancelReason],
  ] as const;
  if (!order.scheduledFor && texts.every(([, text]) => !text)) return null;
  return (
    <Card title={t('title')}>
      <DescriptionList>
        {order.scheduledFor && (
          <DescriptionItem term={t('scheduledFor')}>
            <Time value={order.scheduledFor} />
          </DescriptionItem>
        )}
        {texts.map(
          ([key, text]) =>
            text && (
              <DescriptionItem key={key} term={t(key)}>
                <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
              </DescriptionItem>
            ),
        )}
      </DescriptionList>
    </Card>
  );
}
