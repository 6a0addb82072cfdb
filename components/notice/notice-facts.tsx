import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { NoticeBadge, NoticeOutcome } from '@/components/notice/notice-badge';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { NoticeView } from '@/lib/payments/notice-queries';

/** When a notice came, whence, about what, and what came of it. */
export function NoticeFacts({ notice }: { notice: NoticeView }) {
  const t = useTranslations('notices');
  return (
    <DescriptionList>
      <DescriptionItem term={t('verdict')}>
        <NoticeBadge verdict={notice.verdict} />
      </DescriptionItem>
      <DescriptionItem term={t('what')}>
        <NoticeOutcome {...notice} />
      </DescriptionItem>
      <DescriptionItem term={t('receivedAt')}>
        <Time value={notice.receivedAt} />
      </DescriptionItem>
      {notice.processedAt && (
        <DescriptionItem term={t('processedAt')}>
          <Time value={notice.processedAt} />
        </DescriptionItem>
      )}
      <DescriptionItem term={t('request')}>
        <span className="font-mono text-xs break-all">
          {notice.httpMethod} /api/callbacks/{notice.systemCode}/{notice.methodCode}
        </span>
      </DescriptionItem>
      <DescriptionItem term={t('from')}>
        <span className="font-mono text-xs">{notice.ip}</span>
      </DescriptionItem>
      {notice.connection && <DescriptionItem term={t('connection')}>{notice.connection}</DescriptionItem>}
      {notice.paymentId && <DescriptionItem term={t('payment')}>{notice.paymentId}</DescriptionItem>}
      {notice.orderId && (
        <DescriptionItem term={t('order')}>
          <Link href={`/desk/orders/${notice.orderId}`} className="text-link">
            {notice.orderId}
          </Link>
        </DescriptionItem>
      )}
      {notice.topUpId && (
        <DescriptionItem term={t('topUp')}>
          <Link href={`/desk/top-ups/${notice.topUpId}`} className="text-link">
            {notice.topUpId}
          </Link>
        </DescriptionItem>
      )}
    </DescriptionList>
  );
}
