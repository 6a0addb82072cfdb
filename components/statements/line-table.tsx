import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { LineRow } from '@/lib/payments/statements/statement-queries';
import { LineCandidates } from './line-candidates';
import { IgnoreLine, type LineAction } from './line-steps';

type LineTableProps = { rows: LineRow[]; mayAct: boolean; confirm: LineAction; ignore: LineAction };

/** The bank's money on the left, the payments it may be on the right. */
export function LineTable({ rows, mayAct, confirm, ignore }: LineTableProps) {
  const t = useTranslations('statements');
  return (
    <div className="[&_td]:align-top">
      <ColumnTable
        caption={t('title')}
        rows={rows}
        columns={[
          {
            title: t('booked'),
            cell: (row) => <Time value={row.bookedAt} show="exact" />,
          },
          {
            title: t('amount'),
            numeric: true,
            cell: (row) => <Amount value={row.amount} code={row.asset} exact />,
          },
          {
            title: t('told'),
            cell: (row) => (
              <div className="grid max-w-[44ch] gap-0.5 text-sm [overflow-wrap:anywhere]">
                {row.payer && <span>{row.payer}</span>}
                {row.purpose && <span className="text-muted">{row.purpose}</span>}
                {row.reference && <span className="font-mono text-xs text-muted">{row.reference}</span>}
              </div>
            ),
          },
          {
            title: t('payment'),
            cell: (row) => <LineCandidates row={row} confirm={mayAct && !isDecided(row) ? confirm : null} />,
          },
          {
            title: t('steps'),
            steps: true,
            cell: (row) =>
              isDecided(row) ? (
                <span className="text-xs text-muted">{t('by', { name: row.decidedBy ?? '' })}</span>
              ) : (
                mayAct && <IgnoreLine lineId={row.id} ignore={ignore} />
              ),
          },
        ]}
      />
    </div>
  );
}

const isDecided = ({ state }: LineRow) => state === 'confirmed' || state === 'ignored';
