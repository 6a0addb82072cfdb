import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { TillLine } from '@/lib/cashier/till-types';
import type { TillStatus } from '@/lib/cashier/till-words';

const tones: Record<TillStatus, BadgeTone> = {
  awaiting_approval: 'warning',
  done: 'success',
  declined: 'danger',
  reversed: 'neutral',
};

/** What a cashier did in a day: operations, and what was taken back. */
export function OperationTable({ lines }: { lines: TillLine[] }) {
  const t = useTranslations('cashiers');
  return (
    <ColumnTable
      caption={t('operationsTitle')}
      rows={lines}
      rowKey={(line) => `${line.line} ${line.id}`}
      columns={[
        {
          title: t('number'),
          cell: (line) => (
            <span>
              <Link href={`/cashier/operations/${line.id}`} className="link">
                {t(`kinds.${line.kind}`)} {line.number}
              </Link>
              {line.line === 'reversal' && <span className="text-muted"> · {t('takenBack')}</span>}
            </span>
          ),
        },
        { title: t('when'), cell: (line) => <Time value={new Date(line.at)} show="exact" /> },
        {
          title: t('holder'),
          cell: (line) => (
            <span>
              {line.holder.maskedName} <span className="numeric text-muted">{line.holder.formatted}</span>
            </span>
          ),
        },
        { title: t('receipt'), className: 'break-all', cell: (line) => line.receiptNumber || '–' },
        {
          title: t('amount'),
          numeric: true,
          cell: (line) => <Amount value={signed(line)} code={line.asset} signed />,
        },
        {
          title: t('state'),
          cell: (line) => <Badge tone={tones[line.status]}>{t(`statuses.${line.status}`)}</Badge>,
        },
      ]}
    />
  );
}

/** As the wallet feels it: a top-up and a write-off taken back come in, the others go out. */
function signed({ kind, line, amount }: TillLine): string {
  return (kind === 'top_up') === (line === 'operation') ? amount : `-${amount}`;
}
