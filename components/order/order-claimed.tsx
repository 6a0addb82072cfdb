import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { OrderView } from '@/lib/exchange/order-view';

/** What the customer told of his payment, shown back to him with the receipt. */
export function OrderClaimed({ order, secret }: { order: OrderView; secret: string }) {
  const t = useTranslations('order.claimed');
  const { claim } = order;
  if (!claim) return null;
  const receipt =
    claim.receiptFileId &&
    `/api/receipts/${claim.receiptFileId}?${new URLSearchParams({ order: order.id, secret })}`;
  const isPicture = !claim.receiptName?.endsWith('.pdf');
  const lines = [
    ['payer', claim.payer],
    ['reference', claim.reference],
    ['comment', claim.comment],
  ] as const;
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        <DescriptionList>
          {order.claimedAt && (
            <DescriptionItem term={t('at')}>
              <Time value={new Date(order.claimedAt)} />
            </DescriptionItem>
          )}
          {lines.map(
            ([key, value]) =>
              value && (
                <DescriptionItem key={key} term={t(key)}>
                  <span className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</span>
                </DescriptionItem>
              ),
          )}
        </DescriptionList>
        {receipt && (
          <a href={receipt} download className="link flex items-center gap-3 text-sm">
            {isPicture && (
              // biome-ignore lint/performance/noImgElement: a private file that no cache may keep
              <img
                src={receipt}
                alt=""
                className="size-16 shrink-0 rounded-lg border border-border bg-white object-cover"
              />
            )}
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t('receipt', { name: claim.receiptName ?? '' })}
            </span>
          </a>
        )}
      </div>
    </Card>
  );
}
