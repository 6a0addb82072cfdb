import { Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SubjectLink } from '@/components/desk/subject-link';
import { WaitingTime } from '@/components/desk/waiting-time';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
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
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('age')}</Th>
          <Th>{t('subject')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th>{t('payer')}</Th>
          <Th>{t('receipt')}</Th>
          <Th>{t('state')}</Th>
          <Th>
            <span className="sr-only">{t('steps')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td label={t('age')}>
              {row.status === 'claimed' ? (
                <WaitingTime since={(row.claimedAt ?? row.createdAt).toISOString()} />
              ) : (
                <Time value={row.paidAt ?? row.createdAt} />
              )}
            </Td>
            <Td label={t('subject')}>
              <div className="grid gap-0.5">
                {row.topUpNumber !== null && (
                  <span className="text-sm font-medium">{t('topUp', { number: row.topUpNumber })}</span>
                )}
                <SubjectLink kind={row.subjectKind} id={row.subjectId} />
                <span className="text-sm">{row.methodTitles[locale]}</span>
                {row.customer && (
                  <span className="text-xs text-muted [overflow-wrap:anywhere]">{row.customer}</span>
                )}
                {row.email && <span className="text-xs break-all text-muted">{row.email}</span>}
              </div>
            </Td>
            <Td numeric label={t('amount')}>
              <Amount value={row.amount} code={row.asset} exact />
              {row.received !== null && row.received !== row.amount && (
                <span className="block text-xs text-warning">
                  {t.rich('came', {
                    amount: () => <Amount value={row.received ?? ''} code={row.asset} exact />,
                  })}
                </span>
              )}
            </Td>
            <Td label={t('payer')}>
              <Payer row={row} />
            </Td>
            <Td label={t('receipt')}>
              {row.claim?.receiptFileId ? (
                <a
                  href={`/api/receipts/${row.claim.receiptFileId}`}
                  target="_blank"
                  rel="noreferrer"
                  className="link inline-flex items-center gap-1.5 text-sm"
                >
                  <Paperclip aria-hidden="true" className="size-4" />
                  {t('open')}
                </a>
              ) : (
                <span className="text-sm text-muted">{t('none')}</span>
              )}
            </Td>
            <Td label={t('state')}>
              <div className="grid justify-items-start gap-1">
                <Badge tone={tones[row.status]}>{t(`statuses.${row.status}`)}</Badge>
                {row.statementLineId && row.status !== 'paid' && (
                  <Badge tone="info">{t('inStatement')}</Badge>
                )}
                {row.confirmedBy && (
                  <span className="text-xs text-muted">{t('by', { name: row.confirmedBy })}</span>
                )}
                {row.reason && <span className="max-w-[28ch] text-xs text-muted">{row.reason}</span>}
              </div>
            </Td>
            <Td>
              {mayAct && row.status !== 'paid' && (
                <DirectSteps
                  payment={{
                    id: row.id,
                    amount: row.amount,
                    asset: row.asset,
                    subjectKind: row.subjectKind,
                    subjectId: row.subjectId,
                    topUpNumber: row.topUpNumber,
                    isCrossed: row.status === 'refused',
                  }}
                  confirm={confirm}
                  refuse={refuse}
                />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
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
