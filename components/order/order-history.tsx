import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { OrderView } from '@/lib/exchange/order-view';

/** What has happened, the latest first. */
export function OrderHistory({ order }: { order: OrderView }) {
  const t = useTranslations('order.history');
  return (
    <Card title={t('title')}>
      <ol className="grid gap-2.5 text-sm">
        {order.history.toReversed().map(({ id, at, event, by }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>{t(`events.${event}`, { by })}</span>
            <Time value={new Date(at)} className="text-muted" />
          </li>
        ))}
      </ol>
    </Card>
  );
}
