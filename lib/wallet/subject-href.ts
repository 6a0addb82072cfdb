import { orderSecret } from '@/lib/exchange/order-secret';
import { isId } from '@/lib/ids';

/**
 * The page of what a line of one's own history is about; null for what has none but the line itself (a transfer, a
 * cashier's operation). An order's secret is told: only for lines of whoever asks.
 */
export function subjectHref(subject: string | null): string | null {
  if (subject === null) return null;
  if (isId('ord', subject)) return `/orders/${subject}/${orderSecret(subject)}`;
  if (isId('top', subject)) return `/cabinet/top-up/${subject}`;
  if (isId('wdr', subject)) return `/cabinet/wallet/withdraw/${subject}`;
  return null;
}
