import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
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
    <Table caption={t('operationsTitle')}>
      <thead>
        <tr>
          <Th>{t('number')}</Th>
          <Th>{t('when')}</Th>
          <Th>{t('holder')}</Th>
          <Th>{t('receipt')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.line} ${line.id}`}>
            <Td label={t('number')}>
              <span>
                <Link href={`/cashier/operations/${line.id}`} className="link">
                  {t(`kinds.${line.kind}`)} {line.number}
                </Link>
                {line.line === 'reversal' && <span className="text-muted"> · {t('takenBack')}</span>}
              </span>
            </Td>
            <Td label={t('when')}>
              <Time value={new Date(line.at)} show="exact" />
            </Td>
            <Td label={t('holder')}>
              <span>
                {line.holder.maskedName} <span className="numeric text-muted">{line.holder.formatted}</span>
              </span>
            </Td>
            <Td label={t('receipt')} className="break-all">
              {line.receiptNumber || '–'}
            </Td>
            <Td numeric label={t('amount')}>
              <Amount value={signed(line)} code={line.asset} signed />
            </Td>
            <Td label={t('state')}>
              <Badge tone={tones[line.status]}>{t(`statuses.${line.status}`)}</Badge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** As the wallet feels it: a top-up and a write-off taken back come in, the others go out. */
function signed({ kind, line, amount }: TillLine): string {
  return (kind === 'top_up') === (line === 'operation') ? amount : `-${amount}`;
}
