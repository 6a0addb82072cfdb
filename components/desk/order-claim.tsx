import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';

/** What the customer says of his payment, with the receipt. */
export function OrderClaim({ opened: { order } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.claim');
  const { claim, claimedAt } = order;
  if (!claim && !claimedAt) return null;
  const receipt = claim?.receiptFileId ? `/api/receipts/${claim.receiptFileId}` : null;
  const isPicture = receipt !== null && !claim?.receiptName?.endsWith('.pdf');
  const lines = [
    ['payer', claim?.payer],
    ['reference', claim?.reference],
    ['comment', claim?.comment],
  ] as const;
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        <DescriptionList>
          {claimedAt && (
            <DescriptionItem term={t('at')}>
              <Time value={claimedAt} />
            </DescriptionItem>
          )}
          {lines.map(
            ([key, value]) =>
              value && (
                <DescriptionItem key={key} term={t(key)}>
                  <span className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</span>
                  {key !== 'comment' && <CopyButton text={value} label={t(key)} />}
                </DescriptionItem>
              ),
          )}
        </DescriptionList>
        {receipt ? (
          <a href={receipt} target="_blank" rel="noreferrer" className="link flex items-center gap-3 text-sm">
            {isPicture && (
              // biome-ignore lint/performance/noImgElement: a private file that no cache may keep
              <img
                src={receipt}
                alt=""
                loading="lazy"
                className="size-24 shrink-0 rounded-lg border border-border bg-white object-cover"
              />
            )}
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t('receipt', { name: claim?.receiptName ?? '' })}
            </span>
          </a>
        ) : (
          <p className="text-sm text-muted">{t('noReceipt')}</p>
        )}
      </div>
    </Card>
  );
}
