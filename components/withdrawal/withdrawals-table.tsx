import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { WithdrawalListItem } from '@/lib/wallet/withdrawal/withdrawal-queries';
import { WithdrawalBadge } from './withdrawal-badge';

/** The customer's withdrawals, each a way to its page. */
export function WithdrawalsTable({ withdrawals }: { withdrawals: WithdrawalListItem[] }) {
  const t = useTranslations('withdrawal.list');
  const locale = toLocale(useLocale());
  return (
    <ColumnTable
      caption={t('title')}
      rows={withdrawals}
      columns={[
        {
          title: t('number'),
          cell: (withdrawal) => (
            <span className="grid">
              <Link href={`/cabinet/wallet/withdraw/${withdrawal.id}`} className="link whitespace-nowrap">
                {t('one', { number: withdrawal.number })}
              </Link>
              <Time value={withdrawal.createdAt} show="exact" className="text-xs text-muted" />
            </span>
          ),
        },
        { title: t('method'), cell: (withdrawal) => withdrawal.methodTitles[locale] },
        {
          title: t('amount'),
          numeric: true,
          cell: (withdrawal) => <Amount value={withdrawal.amount} code={withdrawal.asset} />,
        },
        { title: t('state'), cell: (withdrawal) => <WithdrawalBadge stage={withdrawal.stage} /> },
      ]}
    />
  );
}
