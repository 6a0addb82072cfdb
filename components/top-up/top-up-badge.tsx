import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { TopUpStatus, TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';

const tones: Record<TopUpStatus, BadgeTone> = {
  waiting: 'warning',
  claimed: 'info',
  credited: 'success',
  canceled: 'neutral',
  expired: 'neutral',
  declined: 'danger',
};

/** Where a top-up stands; a request to a cashier has words of its own. */
export function TopUpBadge({ way, status }: { way: TopUpWayKind; status: TopUpStatus }) {
  const t = useTranslations('topup');
  const words = way === 'cashier' ? 'requestStatuses' : 'statuses';
  return <Badge tone={tones[status]}>{t(`${words}.${status}`)}</Badge>;
}
