import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { TransferKind } from '@/components/ledger/transfer-kind';
import { TransferSubject } from '@/components/ledger/transfer-subject';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { StatementLine } from '@/lib/ledger/account-queries';

/** Entries of one account with the balance after each. */
export function StatementTable({ lines, asset }: { lines: StatementLine[]; asset: string }) {
  const t = useTranslations('ledger.statement');
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('when')}</Th>
          <Th>{t('transfer')}</Th>
          <Th>{t('subject')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th numeric>{t('after')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.entryId}>
            <Td label={t('when')}>
              <Time value={line.at} show="exact" className="whitespace-nowrap" />
            </Td>
            <Td label={t('transfer')}>
              <Link className="link" href={`/admin/ledger/transfers/${line.transferId}`}>
                <TransferKind kind={line.kind} />
              </Link>
              {line.note && <span className="block text-muted break-words">{line.note}</span>}
            </Td>
            <Td label={line.subject ? t('subject') : undefined}>
              <TransferSubject subject={line.subject} />
            </Td>
            <Td numeric label={t('amount')}>
              <Amount value={line.amount} code={asset} signed exact />
            </Td>
            <Td numeric label={t('after')}>
              <Amount value={line.balanceAfter} code={asset} exact />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
