import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { WithdrawalListItem } from '@/lib/wallet/withdrawal/withdrawal-queries';
import { WithdrawalBadge } from './withdrawal-badge';

/** The customer's withdrawals, each a way to its page. */
export function WithdrawalsTable({ withdrawals }: { withdrawals: WithdrawalListItem[] }) {
  const t = useTranslations('withdrawal.list');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('number')}</Th>
          <Th>{t('method')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {withdrawals.map(({ id, number, methodTitles, asset, amount, stage, createdAt }) => (
          <tr key={id}>
            <Td label={t('number')}>
              <span className="grid">
                <Link href={`/cabinet/wallet/withdraw/${id}`} className="link whitespace-nowrap">
                  {t('one', { number })}
                </Link>
                <Time value={createdAt} show="exact" className="text-xs text-muted" />
              </span>
            </Td>
            <Td label={t('method')}>{methodTitles[locale]}</Td>
            <Td numeric label={t('amount')}>
              <Amount value={amount} code={asset} />
            </Td>
            <Td label={t('state')}>
              <WithdrawalBadge stage={stage} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
