import type { BadgeTone } from '@/components/ui/badge';
import type { RefundStatus } from '@/lib/payments/refunds/refund-row';

/** The colour of each status of a refund, the same on every page. */
export const refundTones: Record<RefundStatus, BadgeTone> = {
  awaiting_approval: 'warning',
  awaiting_details: 'neutral',
  ready: 'warning',
  sending: 'info',
  pending: 'info',
  unknown: 'danger',
  settled: 'success',
  refused: 'danger',
  canceled: 'neutral',
};
