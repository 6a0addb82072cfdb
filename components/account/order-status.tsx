import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { OrderStatus } from '@/lib/exchange/status';

const tones: Record<OrderStatus, BadgeTone> = {
  in_progress: 'info',
  pending_processing: 'warning',
  payment_claimed: 'info',
  transfer_scheduled: 'info',
  funds_received: 'info',
  completed: 'success',
  canceled: 'neutral',
  refunding: 'warning',
  refunded: 'neutral',
};

/** The status of an order in the customer's lists. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
