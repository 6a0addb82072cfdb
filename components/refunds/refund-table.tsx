import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { CopyLines, MoneyAge, MoneyState } from '@/components/desk/money-cells';
import { useReasonWords } from '@/components/payouts/reason-words';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { toLocale } from '@/lib/i18n/locales';
import type { RefundListRow } from '@/lib/payments/refunds/refund-list';
import type { RefundActions } from './refund-actions';
import { RefundSteps } from './refund-steps';
import { refundTones } from './refund-tones';

type RefundTableProps = { rows: RefundListRow[]; actions: RefundActions | null };

const isOver = ({ status }: RefundListRow) => status === 'settled' || status === 'canceled';

/** Refunds with where the money is to go and what may be done; `actions` only for those who may. */
export function RefundTable({ rows, actions }: RefundTableProps) {
  const t = useTranslations('refunds');
  return (
    <ColumnTable
      caption={t('title')}
      rows={rows}
      columns={[
        {
          title: t('age'),
          cell: (row) => (
            <MoneyAge since={row.createdAt} endedAt={isOver(row) ? (row.settledAt ?? row.createdAt) : null} />
          ),
        },
        { title: t('order'), cell: (row) => <OfOrder row={row} /> },
        { title: t('amount'), numeric: true, cell: (row) => <RefundAmount row={row} /> },
        { title: t('to'), cell: (row) => <Where row={row} /> },
        { title: t('state'), cell: (row) => <State row={row} /> },
        {
          title: t('stepsColumn'),
          steps: true,
          cell: (row) => actions && <RefundSteps refund={row} actions={actions} />,
        },
      ]}
    />
  );
}

function OfOrder({ row: { orderId, methodTitles, email } }: { row: RefundListRow }) {
  const locale = toLocale(useLocale());
  return (
    <div className="grid gap-0.5">
      <Link href={`/desk/orders/${orderId}`} className="link font-mono text-xs break-all md:break-normal">
        {orderId}
      </Link>
      <span className="text-sm">{methodTitles[locale]}</span>
      <span className="text-xs break-all text-muted">{email}</span>
    </div>
  );
}

function RefundAmount({ row: { amount, asset, fee, kind } }: { row: RefundListRow }) {
  const t = useTranslations('refunds');
  return (
    <div className="grid justify-items-end">
      <Amount value={amount} code={asset} exact />
      {fee && (
        <span className="text-xs text-muted">
          {t.rich('fee', { amount: () => <Amount value={fee} code={asset} /> })}
        </span>
      )}
      <span className="text-xs text-muted">{t(`kinds.${kind}`)}</span>
    </div>
  );
}

function Where({ row }: { row: RefundListRow }) {
  const t = useTranslations('refunds');
  const { way, requisites } = row;
  if (way === 'wallet') return <span className="text-sm">{t('intoWallet')}</span>;
  if (way === 'system') return <span className="text-sm">{t('bySystem')}</span>;
  if (requisites.length === 0)
    return <span className="text-sm text-muted">{t(isOver(row) ? 'byHand' : 'notTold')}</span>;
  return <CopyLines lines={requisites.map((value) => ({ value, label: t('to') }))} />;
}

function State({
  row: { status, reason, failure, reference, requestedBy, approvedBy },
}: {
  row: RefundListRow;
}) {
  const t = useTranslations('refunds');
  const reasonWords = useReasonWords();
  return (
    <MoneyState
      badges={[{ tone: refundTones[status], word: t(`statuses.${status}`) }]}
      lines={[
        reason,
        failure && reasonWords(failure),
        reference && t('reference', { reference }),
        t('requestedBy', { name: requestedBy }),
        approvedBy && t('approvedBy', { name: approvedBy }),
      ]}
    />
  );
}
