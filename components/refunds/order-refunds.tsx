import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { RefundListRow } from '@/lib/payments/refunds/refund-list';
import { refundTones } from './refund-tones';

/** The refunds of an order at the desk; their steps are in the list of refunds. */
export function OrderRefunds({ refunds, orderId }: { refunds: RefundListRow[]; orderId: string }) {
  const t = useTranslations('refunds');
  if (refunds.length === 0) return null;
  const all = (
    <Link href={`/desk/refunds?view=all&q=${orderId}`} className="link text-sm">
      {t('ofOrder')}
    </Link>
  );
  return (
    <Card title={t('title')} action={all}>
      <ul className="grid gap-3 text-sm">
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-1" data-refund={refund.status}>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Badge tone={refundTones[refund.status]}>{t(`statuses.${refund.status}`)}</Badge>
              <span>
                {t(`kinds.${refund.kind}`)}{' '}
                <Amount value={refund.amount} code={refund.asset} className="font-semibold" />
              </span>
              <Time value={refund.createdAt} className="text-muted" />
            </p>
            <p className="text-muted [overflow-wrap:anywhere]">{refund.reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
