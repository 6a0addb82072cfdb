import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import { countedMax, likenesses } from '@/lib/exchange/desk-related';
import { StatusBadge } from './order-badges';

/** Other orders of the same e-mail, requisites or network address. */
export function OrderRelated({ opened: { order, related } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.related');
  return (
    <Card title={t('title')}>
      <div className="grid gap-3 text-sm">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {likenesses.map((by) => {
            const count = related.counts[by];
            const words = t(`counts.${by}`, {
              count: count >= countedMax ? `${countedMax}+` : String(count),
            });
            return by === 'email' && count > 0 ? (
              <Link key={by} className="link" href={`/desk?${new URLSearchParams({ email: order.email })}`}>
                {words}
              </Link>
            ) : (
              <span key={by} className={count === 0 ? 'text-muted' : undefined}>
                {words}
              </span>
            );
          })}
        </p>
        {related.orders.length > 0 && (
          <ul className="grid gap-2">
            {related.orders.map((other) => (
              <li key={other.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link className="link" href={`/desk?order=${other.id}`} prefetch={false}>
                  <Amount value={other.give.amount} code={other.give.asset} /> →{' '}
                  <Amount value={other.get.amount} code={other.get.asset} />
                </Link>
                <StatusBadge status={other.status} />
                <span className="text-xs text-muted">
                  {other.by.map((by) => t(`by.${by}`)).join(', ')} ·{' '}
                  <Time value={new Date(other.createdAt)} show="exact" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
