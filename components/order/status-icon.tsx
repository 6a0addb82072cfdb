import { CircleCheck, CircleX, Clock, type LucideIcon, RefreshCw, Undo2 } from 'lucide-react';
import { classes } from '@/components/ui/classes';
import type { OrderStatus } from '@/lib/exchange/status';

const waits = { icon: Clock, look: 'text-warning' };
const works = { icon: RefreshCw, look: 'text-info' };

const looks: Record<OrderStatus, { icon: LucideIcon; look: string }> = {
  in_progress: works,
  pending_processing: waits,
  payment_claimed: works,
  transfer_scheduled: works,
  funds_received: works,
  completed: { icon: CircleCheck, look: 'text-success' },
  canceled: { icon: CircleX, look: 'text-muted' },
  refunding: { icon: Undo2, look: 'text-warning' },
  refunded: { icon: Undo2, look: 'text-muted' },
};

/** Beside the status in words, which says the same. */
export function StatusIcon({ status }: { status: OrderStatus }) {
  const { icon: Icon, look } = looks[status];
  return <Icon aria-hidden="true" className={classes('mt-1 size-6 shrink-0', look)} />;
}
