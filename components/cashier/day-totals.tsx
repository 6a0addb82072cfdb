import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { Table, Td, Th } from '@/components/ui/table';
import type { TillTotals } from '@/lib/cashier/till-types';

/** What the day comes to: of each asset what came in and went out, and under it each kind by itself. */
export function DayTotals({ totals: { totals, flow } }: { totals: TillTotals }) {
  const t = useTranslations('till');
  if (totals.length === 0) return <div />;
  return (
    <Card title={t('day.totals')} flush>
      <div className="grid gap-x-8 gap-y-3 px-4 py-3 sm:grid-cols-2 sm:px-5">
        {flow.map(({ asset, cameIn, wentOut, net }) => (
          <div key={asset} className="grid gap-0.5">
            <p className="text-sm text-muted">{t('day.flow', { asset })}</p>
            <Amount value={net} code={asset} size="lg" signed />
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <span>
                {t('day.cameIn')} <Amount value={cameIn} />
              </span>
              <span>
                {t('day.wentOut')} <Amount value={wentOut} />
              </span>
            </p>
          </div>
        ))}
      </div>
      <Table caption={t('day.totals')}>
        <thead>
          <tr>
            <Th>{t('day.what')}</Th>
            <Th>{t('day.money')}</Th>
            <Th numeric>{t('day.count')}</Th>
            <Th numeric>{t('day.amount')}</Th>
            <Th numeric>{t('day.fee')}</Th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ asset, line, kind, moneyKind, count, amount, fee }) => (
            <tr key={`${asset} ${line} ${kind} ${moneyKind}`}>
              <Td label={t('day.what')}>
                {line === 'reversal'
                  ? t('day.takenBack', { kind: t(`operations.${kind}`) })
                  : t(`operations.${kind}`)}
              </Td>
              <Td label={t('day.money')}>{t(`kinds.${moneyKind}`)}</Td>
              <Td numeric label={t('day.count')}>
                {count}
              </Td>
              <Td numeric label={t('day.amount')}>
                <Amount value={amount} code={asset} exact />
              </Td>
              <Td numeric label={t('day.fee')}>
                <Amount value={fee} code={asset} exact />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
