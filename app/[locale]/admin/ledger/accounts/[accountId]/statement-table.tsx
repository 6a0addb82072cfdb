import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { TransferKind } from '@/components/ledger/transfer-kind';
import { TransferSubject } from '@/components/ledger/transfer-subject';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { StatementLine } from '@/lib/ledger/account-queries';

/** Entries of one account with the balance after each. */
export function StatementTable({ lines, asset }: { lines: StatementLine[]; asset: string }) {
  const t = useTranslations('ledger.statement');
  return (
    <ColumnTable
      caption={t('title')}
      rows={lines}
      rowKey={(line) => line.entryId}
      columns={[
        {
          title: t('when'),
          cell: (line) => <Time value={line.at} show="exact" className="whitespace-nowrap" />,
        },
        {
          title: t('transfer'),
          cell: (line) => (
            <>
              <Link className="link" href={`/admin/ledger/transfers/${line.transferId}`}>
                <TransferKind kind={line.kind} />
              </Link>
              {line.note && <span className="block text-muted break-words">{line.note}</span>}
            </>
          ),
        },
        { title: t('subject'), cell: (line) => <TransferSubject subject={line.subject} /> },
        {
          title: t('amount'),
          numeric: true,
          cell: (line) => <Amount value={line.amount} code={asset} signed exact />,
        },
        {
          title: t('after'),
          numeric: true,
          cell: (line) => <Amount value={line.balanceAfter} code={asset} exact />,
        },
      ]}
    />
  );
}
