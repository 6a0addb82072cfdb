import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { OrderView } from '@/lib/exchange/order-view';
import type { OrderStatus } from '@/lib/exchange/status';

const steps = ['pay', 'check', 'send', 'done'] as const;

/** How many of the steps are behind; the next one is the present one. */
const passed: Partial<Record<OrderStatus, number>> = {
  payment_claimed: 1,
  transfer_scheduled: 2,
  funds_received: 2,
};

/** What is done and what comes next, in four words. */
export function OrderSteps({ order }: { order: OrderView }) {
  const t = useTranslations('order.steps');
  const done = passed[order.status] ?? paidSteps(order);
  return (
    <ol aria-label={t('label')} className="grid max-w-2xl grid-cols-4 gap-1.5 sm:gap-3">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === done ? 'step' : undefined}
          className={classes(
            'grid content-start gap-1 border-t-3 pt-1.5 text-xs sm:text-sm',
            index < done && 'border-success text-foreground',
            index === done && 'border-accent font-semibold',
            index > done && 'border-border text-muted',
          )}
        >
          <span className="flex items-center gap-1">
            {index < done && <Check aria-label={t('behind')} className="size-3.5 shrink-0 text-success" />}
            {t(step)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** An order of a payment system stays in one status until it is paid as agreed. */
function paidSteps({ status, received, payment, exception }: OrderView): number {
  if (status !== 'in_progress' || (payment && payment.status !== 'claimed')) return 0;
  if (!received) return payment ? 1 : 0;
  return exception === null || exception === 'payout_unknown' ? 2 : 1;
}
