import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { TillLine } from '@/lib/cashier/till-types';
import { tillTones } from './operation-state';
import { ReverseDialog, type StepAction } from './reverse-dialog';

type DayLinesProps = { lines: TillLine[]; named: boolean; reverse: StepAction };

/** The day's lines, newest first: operations and, as lines of their own, what was taken back. */
export function DayLines({ lines, named, reverse }: DayLinesProps) {
  const t = useTranslations('till');
  return (
    <Table caption={t('day.lines')}>
      <thead>
        <tr>
          <Th>{t('day.at')}</Th>
          <Th>{t('day.operation')}</Th>
          <Th>{t('day.wallet')}</Th>
          <Th numeric>{t('day.amount')}</Th>
          <Th>{t('day.receipt')}</Th>
          {named && <Th>{t('day.cashier')}</Th>}
          <Th>{t('day.status')}</Th>
          <Th>
            <span className="sr-only">{t('day.steps')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <DayLine key={`${line.id} ${line.line}`} line={line} named={named} reverse={reverse} />
        ))}
      </tbody>
    </Table>
  );
}

function DayLine({ line, named, reverse }: { line: TillLine; named: boolean; reverse: StepAction }) {
  const t = useTranslations('till');
  const format = useFormatter();
  const { id, number, kind, amount, asset, moneyKind, receiptNumber, holder, status, reason } = line;
  const isReversal = line.line === 'reversal';
  // Real money: a top-up brings it in, a write-off takes it out, a reversal does the opposite.
  const sign = (kind === 'top_up') === isReversal ? '-' : '';
  return (
    <tr>
      <Td label={t('day.at')}>
        <time dateTime={line.at} className="numeric whitespace-nowrap">
          {format.dateTime(new Date(line.at), { timeStyle: 'short' })}
        </time>
      </Td>
      <Td label={t('day.operation')}>
        <Link href={`/cashier/operations/${id}`} className="link whitespace-nowrap">
          {isReversal
            ? t('day.reversalOf', { number })
            : t('day.operationOf', { kind: t(`operations.${kind}`), number })}
        </Link>
        {(reason || line.reverseReason) && (
          <span className="block max-w-[32ch] text-xs text-muted [overflow-wrap:anywhere]">
            {isReversal ? line.reverseReason : reason && t(`reasons.${reason}`)}
          </span>
        )}
      </Td>
      <Td label={t('day.wallet')}>
        <span className="block">{holder.maskedName}</span>
        <span className="numeric text-xs whitespace-nowrap text-muted">{holder.formatted}</span>
      </Td>
      <Td numeric label={t('day.amount')}>
        <Amount value={`${sign}${amount}`} code={asset} signed exact />
      </Td>
      <Td label={t('day.receipt')}>
        <span className="block text-sm [overflow-wrap:anywhere]">{receiptNumber || '—'}</span>
        <span className="text-xs text-muted">{t(`kinds.${moneyKind}`)}</span>
      </Td>
      {named && (
        <Td label={t('day.cashier')}>
          {isReversal ? (line.reversedBy ?? line.cashier.name) : line.cashier.name}
        </Td>
      )}
      <Td label={t('day.status')}>
        {isReversal ? (
          <Badge tone="info">{t('day.reversal')}</Badge>
        ) : (
          <Badge tone={tillTones[status]}>{t(`statuses.${status}`)}</Badge>
        )}
      </Td>
      <Td>
        {line.mayReverse && !isReversal && (
          <div className="flex justify-end">
            <ReverseDialog operation={line} action={reverse} small />
          </div>
        )}
      </Td>
    </tr>
  );
}
