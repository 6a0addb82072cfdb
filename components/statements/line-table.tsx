import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { LineRow } from '@/lib/payments/statements/statement-queries';
import { LineCandidates } from './line-candidates';
import { IgnoreLine, type LineAction } from './line-steps';

type LineTableProps = { rows: LineRow[]; mayAct: boolean; confirm: LineAction; ignore: LineAction };

/** The bank's money on the left, the payments it may be on the right. */
export function LineTable({ rows, mayAct, confirm, ignore }: LineTableProps) {
  const t = useTranslations('statements');
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('booked')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th>{t('told')}</Th>
          <Th>{t('payment')}</Th>
          <Th>
            <span className="sr-only">{t('steps')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const decided = row.state === 'confirmed' || row.state === 'ignored';
          return (
            <tr key={row.id} className="align-top">
              <Td label={t('booked')}>
                <Time value={row.bookedAt} show="exact" />
              </Td>
              <Td numeric label={t('amount')}>
                <Amount value={row.amount} code={row.asset} exact />
              </Td>
              <Td label={t('told')}>
                <div className="grid max-w-[44ch] gap-0.5 text-sm [overflow-wrap:anywhere]">
                  {row.payer && <span>{row.payer}</span>}
                  {row.purpose && <span className="text-muted">{row.purpose}</span>}
                  {row.reference && <span className="font-mono text-xs text-muted">{row.reference}</span>}
                </div>
              </Td>
              <Td label={t('payment')}>
                <LineCandidates row={row} confirm={mayAct && !decided ? confirm : null} />
              </Td>
              <Td>
                {decided ? (
                  <span className="text-xs text-muted">{t('by', { name: row.decidedBy ?? '' })}</span>
                ) : (
                  mayAct && <IgnoreLine lineId={row.id} ignore={ignore} />
                )}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
