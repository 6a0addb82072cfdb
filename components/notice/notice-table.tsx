import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { NoticeBadge, NoticeOutcome } from '@/components/notice/notice-badge';
import { Table, Td, Th } from '@/components/ui/table';
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
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('receivedAt')}</Th>
          <Th>{t('system')}</Th>
          <Th>{t('verdict')}</Th>
          <Th>{t('what')}</Th>
          <Th>{t('order')}</Th>
          <Th>{t('from')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td label={t('receivedAt')}>
              <Link href={`/admin/notices/${row.id}`} className="text-link">
                <Time value={row.receivedAt} show="exact" />
              </Link>
            </Td>
            <Td label={t('system')}>
              <span>
                {titleOf(row.systemCode)} <span className="text-muted">{row.methodCode}</span>
              </span>
            </Td>
            <Td label={t('verdict')}>
              <NoticeBadge verdict={row.verdict} />
            </Td>
            <Td label={t('what')}>
              <NoticeOutcome {...row} />
            </Td>
            <Td label={t('order')}>
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
            </Td>
            <Td label={t('from')} className="font-mono text-xs">
              {row.ip}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
