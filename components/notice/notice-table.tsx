import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { NoticeBadge, NoticeOutcome } from '@/components/notice/notice-badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { Localized } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';
import type { NoticeRow } from '@/lib/payments/notice-queries';

type NoticeTableProps = { rows: NoticeRow[]; systems: { code: string; titles: Localized }[] };

/** What came to the callback door, a line each. */
export function NoticeTable({ rows, systems }: NoticeTableProps) {
  const t = useTranslations('notices');
  const locale = toLocale(useLocale());
  const titleOf = (code: string) => systems.find((system) => system.code === code)?.titles[locale] ?? code;
  return (
    <ColumnTable
      caption={t('title')}
      rows={rows}
      columns={[
        {
          title: t('receivedAt'),
          cell: (row) => (
            <Link href={`/admin/notices/${row.id}`} className="text-link">
              <Time value={row.receivedAt} show="exact" />
            </Link>
          ),
        },
        {
          title: t('system'),
          cell: (row) => (
            <span>
              {titleOf(row.systemCode)} <span className="text-muted">{row.methodCode}</span>
            </span>
          ),
        },
        { title: t('verdict'), cell: (row) => <NoticeBadge verdict={row.verdict} /> },
        { title: t('what'), cell: (row) => <NoticeOutcome {...row} /> },
        {
          title: t('order'),
          cell: (row) => (
            <>
              {row.orderId && (
                <Link href={`/desk/orders/${row.orderId}`} className="text-link">
                  {row.orderId}
                </Link>
              )}
              {row.topUpId && (
                <Link href={`/desk/top-ups/${row.topUpId}`} className="text-link">
                  {row.topUpId}
                </Link>
              )}
            </>
          ),
        },
        { title: t('from'), className: 'font-mono text-xs', cell: (row) => row.ip },
      ]}
    />
  );
}
