import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
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
      <ColumnTable
        caption={t('day.totals')}
        rows={totals}
        rowKey={(total) => `${total.asset} ${total.line} ${total.kind} ${total.moneyKind}`}
        columns={[
          {
            title: t('day.what'),
            cell: (total) =>
              total.line === 'reversal'
                ? t('day.takenBack', { kind: t(`operations.${total.kind}`) })
                : t(`operations.${total.kind}`),
          },
          { title: t('day.money'), cell: (total) => t(`kinds.${total.moneyKind}`) },
          { title: t('day.count'), numeric: true, cell: (total) => total.count },
          {
            title: t('day.amount'),
            numeric: true,
            cell: (total) => <Amount value={total.amount} code={total.asset} exact />,
          },
          {
            title: t('day.fee'),
            numeric: true,
            cell: (total) => <Amount value={total.fee} code={total.asset} exact />,
          },
        ]}
      />
    </Card>
  );
}
