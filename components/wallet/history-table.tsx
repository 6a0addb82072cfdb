import { ReceiptText } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { useLineWords } from './use-line-words';

/** A line with the address of what it is about, where that has a page. */
export type HistoryRow = WalletLineView & { href: string | null };

type HistoryTableProps = { lines: HistoryRow[]; titles: MethodTitles };

/** Lines of the wallet, each with the balance after it, the page of what it is about and its receipt. */
export function HistoryTable({ lines, titles }: HistoryTableProps) {
  const t = useTranslations('wallet.history');
  return (
    <ColumnTable
      caption={t('caption')}
      rows={lines}
      rowKey={(line) => line.entryId}
      columns={[
        { title: t('at'), className: 'whitespace-nowrap', cell: (line) => <When line={line} /> },
        { title: t('what'), cell: (line) => <What line={line} titles={titles} /> },
        {
          title: t('amount'),
          numeric: true,
          cell: (line) => (
            <Amount
              value={line.amount}
              code={line.asset}
              signed
              className={`font-medium ${line.amount.startsWith('-') ? '' : 'text-success'}`}
            />
          ),
        },
        {
          title: t('balance'),
          numeric: true,
          cell: (line) => <Amount value={line.balanceAfter} code={line.asset} />,
        },
      ]}
    />
  );
}

/** The moment, which opens the line's receipt. */
function When({ line }: { line: HistoryRow }) {
  const t = useTranslations('wallet.history');
  const format = useFormatter();
  const at = new Date(line.at);
  return (
    <Link
      href={`/cabinet/wallet/records/${line.entryId}`}
      className="link inline-flex items-center gap-1.5"
      title={t('open', { at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}
    >
      <ReceiptText aria-hidden="true" className="size-4 text-muted" />
      <Time value={at} show="exact" />
    </Link>
  );
}

function What({ line, titles }: { line: HistoryRow; titles: MethodTitles }) {
  const { title, notes, comment } = useLineWords(titles)(line);
  return (
    <span className="grid min-w-0">
      {line.href ? (
        <Link href={line.href} className="link justify-self-start max-md:justify-self-end">
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      {notes.length > 0 && <span className="text-xs text-muted">{notes.join(' · ')}</span>}
      {comment && <span className="text-xs text-muted [overflow-wrap:anywhere]">{comment}</span>}
    </span>
  );
}
