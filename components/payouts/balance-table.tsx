import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { SystemBalance } from '@/lib/payments/payouts/payout-methods';

/** What each system says it has, beside what our ledger says; a difference stands out. */
export function BalanceTable({ balances }: { balances: SystemBalance[] }) {
  const t = useTranslations('payouts.balances');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('system')}</Th>
          <Th>{t('methods')}</Th>
          <Th numeric>{t('theirs')}</Th>
          <Th numeric>{t('ours')}</Th>
          <Th numeric>{t('difference')}</Th>
          <Th>{t('at')}</Th>
        </tr>
      </thead>
      <tbody>
        {balances.map((row) => (
          <tr key={`${row.connectionId} ${row.asset}`}>
            <Td label={t('system')}>{row.label}</Td>
            <Td label={t('methods')}>
              <span className="text-sm">{row.methods.map((titles) => titles[locale]).join(', ')}</span>
            </Td>
            <Td numeric label={t('theirs')}>
              {row.balance === null ? (
                <span className="text-sm text-muted">{t('untold')}</span>
              ) : (
                <Amount value={row.balance} code={row.asset} exact />
              )}
            </Td>
            <Td numeric label={t('ours')}>
              <Amount value={row.reserve} code={row.asset} exact />
            </Td>
            <Td numeric label={t('difference')}>
              <Difference row={row} />
            </Td>
            <Td label={t('at')}>{row.at ? <Time value={row.at} show="relative" /> : null}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Less than our ledger says cannot all be paid out; more is money that nobody has booked. */
function Difference({ row: { balance, difference, asset } }: { row: SystemBalance }) {
  const t = useTranslations('payouts.balances');
  if (balance === null) return null;
  if (difference === null) return <Badge tone="success">{t('equal')}</Badge>;
  const less = difference.startsWith('-');
  return (
    <div className="grid justify-items-end gap-1">
      <Amount value={difference} code={asset} signed exact />
      <Badge tone={less ? 'danger' : 'warning'}>{t(less ? 'less' : 'more')}</Badge>
    </div>
  );
}
