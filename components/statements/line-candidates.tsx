import { useTranslations } from 'next-intl';
import { SubjectLink } from '@/components/desk/subject-link';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import type { LineRow } from '@/lib/payments/statements/statement-queries';
import { ConfirmLine, type LineAction } from './line-steps';

type LineCandidatesProps = { row: LineRow; confirm: LineAction | null };

/** The payments that a line may be the money of, each with what speaks for it. */
export function LineCandidates({ row, confirm }: LineCandidatesProps) {
  const t = useTranslations('statements');
  if (row.candidates.length === 0) return <span className="text-sm text-muted">{t('nothingFits')}</span>;
  return (
    <ul className="grid gap-2">
      {row.candidates.map((candidate) => (
        <li
          key={candidate.paymentId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 rounded-lg bg-surface-secondary px-3 py-2"
        >
          <div className="grid min-w-0 gap-0.5 text-sm">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <SubjectLink kind={candidate.subjectKind} id={candidate.subjectId} />
              <Amount value={candidate.amount} code={row.asset} exact />
            </span>
            <span className="text-xs text-muted [overflow-wrap:anywhere]">
              {[candidate.payer, candidate.email].filter(Boolean).join(' · ')}
            </span>
            <span className="flex flex-wrap gap-1.5">
              {candidate.why.map((why) => (
                <Badge key={why} tone="neutral">
                  {t(`why.${why}`)}
                </Badge>
              ))}
              {candidate.amount !== row.amount && <Badge tone="warning">{t('otherAmount')}</Badge>}
              {candidate.booked && <Badge tone="info">{t('bookedBefore')}</Badge>}
              {candidate.givenUp && <Badge tone="warning">{t('givenUp')}</Badge>}
            </span>
          </div>
          {confirm && <ConfirmLine lineId={row.id} paymentId={candidate.paymentId} confirm={confirm} />}
        </li>
      ))}
    </ul>
  );
}
