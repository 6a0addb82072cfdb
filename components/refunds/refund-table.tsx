import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { WaitingTime } from '@/components/desk/waiting-time';
import { useReasonWords } from '@/components/payouts/reason-words';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { RefundListRow } from '@/lib/payments/refunds/refund-list';
import type { RefundActions } from './refund-actions';
import { RefundSteps } from './refund-steps';
import { refundTones } from './refund-tones';

type RefundTableProps = { rows: RefundListRow[]; actions: RefundActions | null };

/** Refunds with where the money is to go and what may be done; `actions` only for those who may. */
export function RefundTable({ rows, actions }: RefundTableProps) {
  const t = useTranslations('refunds');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('age')}</Th>
          <Th>{t('order')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th>{t('to')}</Th>
          <Th>{t('state')}</Th>
          <Th>
            <span className="sr-only">{t('stepsColumn')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td label={t('age')}>
              {row.status === 'settled' || row.status === 'canceled' ? (
                <Time value={row.settledAt ?? row.createdAt} show="relative" className="text-sm" />
              ) : (
                <WaitingTime since={row.createdAt.toISOString()} />
              )}
            </Td>
            <Td label={t('order')}>
              <div className="grid gap-0.5">
                <Link
                  href={`/desk/orders/${row.orderId}`}
                  className="link font-mono text-xs break-all md:break-normal"
                >
                  {row.orderId}
                </Link>
                <span className="text-sm">{row.methodTitles[locale]}</span>
                <span className="text-xs break-all text-muted">{row.email}</span>
              </div>
            </Td>
            <Td numeric label={t('amount')}>
              <div className="grid justify-items-end">
                <Amount value={row.amount} code={row.asset} exact />
                {row.fee && (
                  <span className="text-xs text-muted">
                    {t.rich('fee', { amount: () => <Amount value={row.fee ?? ''} code={row.asset} /> })}
                  </span>
                )}
                <span className="text-xs text-muted">{t(`kinds.${row.kind}`)}</span>
              </div>
            </Td>
            <Td label={t('to')}>
              <Where row={row} />
            </Td>
            <Td label={t('state')}>
              <State row={row} />
            </Td>
            <Td className="max-md:empty:hidden!">
              {actions && <RefundSteps refund={row} actions={actions} />}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Where({ row: { way, requisites, status } }: { row: RefundListRow }) {
  const t = useTranslations('refunds');
  if (way === 'wallet') return <span className="text-sm">{t('intoWallet')}</span>;
  if (way === 'system') return <span className="text-sm">{t('bySystem')}</span>;
  if (requisites.length === 0) {
    const over = status === 'settled' || status === 'canceled';
    return <span className="text-sm text-muted">{t(over ? 'byHand' : 'notTold')}</span>;
  }
  return (
    <ul className="grid gap-0.5">
      {requisites.map((line) => (
        <li key={line} className="flex items-center gap-1 font-mono text-xs">
          <span className="max-w-[26ch] [overflow-wrap:anywhere]">{line}</span>
          <CopyButton text={line} label={t('to')} />
        </li>
      ))}
    </ul>
  );
}

function State({ row }: { row: RefundListRow }) {
  const t = useTranslations('refunds');
  const reasonWords = useReasonWords();
  const told = [
    row.reason,
    row.failure ? reasonWords(row.failure) : '',
    row.reference ? t('reference', { reference: row.reference }) : '',
    t('requestedBy', { name: row.requestedBy }),
    row.approvedBy ? t('approvedBy', { name: row.approvedBy }) : '',
  ].filter((line) => line !== '');
  return (
    <div className="grid justify-items-end gap-1 text-end md:justify-items-start md:text-start">
      <Badge tone={refundTones[row.status]}>{t(`statuses.${row.status}`)}</Badge>
      {told.map((line) => (
        <span key={line} className="max-w-[34ch] text-xs text-muted [overflow-wrap:anywhere]">
          {line}
        </span>
      ))}
    </div>
  );
}
