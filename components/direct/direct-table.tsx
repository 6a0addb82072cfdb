import { Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { MoneyAge } from '@/components/desk/money-cells';
import { SubjectLink } from '@/components/desk/subject-link';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { toLocale } from '@/lib/i18n/locales';
import type { DirectRow } from '@/lib/payments/direct/direct-list';
import type { PaymentStatus } from '@/lib/payments/payment-row';
import { type DirectAction, DirectSteps } from './direct-steps';

type DirectTableProps = { rows: DirectRow[]; mayAct: boolean; confirm: DirectAction; refuse: DirectAction };

const tones: Record<PaymentStatus, BadgeTone> = {
  created: 'neutral',
  started: 'neutral',
  claimed: 'warning',
  paid: 'success',
  refused: 'danger',
  canceled: 'neutral',
};

/** Direct payments with everything that tells whether the money has come. */
export function DirectTable({ rows, mayAct, confirm, refuse }: DirectTableProps) {
  const t = useTranslations('direct');
  return (
    <ColumnTable
      caption={t('title')}
      rows={rows}
      columns={[
        {
          title: t('age'),
          cell: ({ status, createdAt, claimedAt, paidAt }) => (
            <MoneyAge
              since={claimedAt ?? createdAt}
              endedAt={status === 'claimed' ? null : (paidAt ?? createdAt)}
            />
          ),
        },
        { title: t('subject'), cell: (row) => <Subject row={row} /> },
        { title: t('amount'), numeric: true, cell: (row) => <AskedAndCame row={row} /> },
        { title: t('payer'), cell: (row) => <Payer row={row} /> },
        { title: t('receipt'), cell: (row) => <Receipt fileId={row.claim?.receiptFileId} /> },
        { title: t('state'), cell: (row) => <State row={row} /> },
        {
          title: t('steps'),
          steps: true,
          cell: ({ id, status, amount, asset, subjectKind, subjectId, topUpNumber }) =>
            mayAct &&
            status !== 'paid' && (
              <DirectSteps
                payment={{
                  id,
                  amount,
                  asset,
                  subjectKind,
                  subjectId,
                  topUpNumber,
                  isCrossed: status === 'refused',
                }}
                confirm={confirm}
                refuse={refuse}
              />
            ),
        },
      ]}
    />
  );
}

/** What is paid for, by what method, and by whom. */
function Subject({ row }: { row: DirectRow }) {
  const t = useTranslations('direct');
  const locale = toLocale(useLocale());
  return (
    <div className="grid gap-0.5">
      {row.topUpNumber !== null && (
        <span className="text-sm font-medium">{t('topUp', { number: row.topUpNumber })}</span>
      )}
      <SubjectLink kind={row.subjectKind} id={row.subjectId} />
      <span className="text-sm">{row.methodTitles[locale]}</span>
      {row.customer && <span className="text-xs text-muted [overflow-wrap:anywhere]">{row.customer}</span>}
      {row.email && <span className="text-xs break-all text-muted">{row.email}</span>}
    </div>
  );
}

function AskedAndCame({ row: { amount, received, asset } }: { row: DirectRow }) {
  const t = useTranslations('direct');
  return (
    <>
      <Amount value={amount} code={asset} exact />
      {received !== null && received !== amount && (
        <span className="block text-xs text-warning">
          {t.rich('came', { amount: () => <Amount value={received} code={asset} exact /> })}
        </span>
      )}
    </>
  );
}

function Receipt({ fileId }: { fileId: string | null | undefined }) {
  const t = useTranslations('direct');
  if (!fileId) return <span className="text-sm text-muted">{t('none')}</span>;
  return (
    <a
      href={`/api/receipts/${fileId}`}
      target="_blank"
      rel="noreferrer"
      className="link inline-flex items-center gap-1.5 text-sm"
    >
      <Paperclip aria-hidden="true" className="size-4" />
      {t('open')}
    </a>
  );
}

function State({ row: { status, statementLineId, confirmedBy, reason } }: { row: DirectRow }) {
  const t = useTranslations('direct');
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>
      {statementLineId && status !== 'paid' && <Badge tone="info">{t('inStatement')}</Badge>}
      {confirmedBy && <span className="text-xs text-muted">{t('by', { name: confirmedBy })}</span>}
      {reason && <span className="max-w-[28ch] text-xs text-muted">{reason}</span>}
    </div>
  );
}

function Payer({ row }: { row: DirectRow }) {
  const told = [row.claim?.payer, row.claim?.reference, row.claim?.comment].filter(Boolean);
  const lines = [...told, ...row.requisites.filter((value) => !told.includes(value))];
  return (
    <ul className="grid gap-0.5 text-sm [overflow-wrap:anywhere]">
      {lines.map((line, index) => (
        <li key={line} className={index >= told.length ? 'text-muted' : undefined}>
          {line}
        </li>
      ))}
    </ul>
  );
}
