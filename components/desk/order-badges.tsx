import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';

/** Seen from the desk: what waits for us is warm, what waits for the customer is not. */
const tones: Record<OrderStatus, BadgeTone> = {
  in_progress: 'info',
  pending_processing: 'neutral',
  payment_claimed: 'warning',
  transfer_scheduled: 'info',
  funds_received: 'warning',
  completed: 'success',
  canceled: 'neutral',
  refunding: 'warning',
  refunded: 'neutral',
};

export function StatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('desk.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

export function ExceptionBadge({ exception }: { exception: OrderException }) {
  const t = useTranslations('desk.exceptions');
  return (
    <Badge tone="danger" icon={TriangleAlert}>
      {t(exception)}
    </Badge>
  );
}
