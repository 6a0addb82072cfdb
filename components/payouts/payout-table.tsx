import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { CopyLines, MoneyAge, MoneyState } from '@/components/desk/money-cells';
import { Amount } from '@/components/ui/amount';
import type { BadgeTone } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { PayoutListRow } from '@/lib/payments/payouts/payout-list';
import type { PayoutStatus } from '@/lib/payments/payouts/payout-row';
import type { PayoutActions } from './payout-actions';
import { PayoutSteps } from './payout-steps';
import { useReasonWords } from './reason-words';

const tones: Record<PayoutStatus, BadgeTone> = {
  awaiting_approval: 'warning',
  queued: 'neutral',
  sending: 'info',
  pending: 'info',
  unknown: 'danger',
  settled: 'success',
  refused: 'danger',
  canceled: 'neutral',
};

const done: readonly PayoutStatus[] = ['settled', 'refused', 'canceled'];

/** What waits for a person to pay it is not what waits for its turn with a system. */
function statusKey({ byHand, status }: PayoutListRow) {
  if (byHand && status === 'queued') return 'statuses.to_pay';
  return byHand && status === 'sending' ? 'statuses.being_paid' : (`statuses.${status}` as const);
}

/** Payouts with what they wait for and what may be done; `actions` only for those who may. */
export function PayoutTable({ rows, actions }: { rows: PayoutListRow[]; actions: PayoutActions | null }) {
  const t = useTranslations('payouts');
  return (
    <ColumnTable
      caption={t('title')}
      rows={rows}
      columns={[
        {
          title: t('age'),
          cell: ({ status, createdAt, settledAt }) => (
            <MoneyAge since={createdAt} endedAt={done.includes(status) ? (settledAt ?? createdAt) : null} />
          ),
        },
        { title: t('subject'), cell: (row) => <Subject row={row} /> },
        { title: t('amount'), numeric: true, cell: (row) => <PayoutAmount row={row} /> },
        { title: t('to'), cell: (row) => <Destination lines={row.destination} named={row.byHand} /> },
        { title: t('state'), cell: (row) => <State row={row} /> },
        {
          title: t('stepsColumn'),
          steps: true,
          cell: (row) => actions && <PayoutSteps payout={row} actions={actions} />,
        },
      ]}
    />
  );
}

/** What the payout is for, by what method, and who sends it. */
function Subject({ row }: { row: PayoutListRow }) {
  const t = useTranslations('payouts');
  const locale = toLocale(useLocale());
  return (
    <div className="grid gap-0.5">
      <SubjectName row={row} />
      <span className="text-sm">{row.methodTitles[locale]}</span>
      <span className="text-xs text-muted">{row.byHand ? t('byHand') : row.system}</span>
    </div>
  );
}

/** The order, or whose withdrawal. */
function SubjectName({ row: { subjectKind, subjectId, withdrawal } }: { row: PayoutListRow }) {
  const t = useTranslations('payouts');
  if (withdrawal)
    return (
      <span className="grid" title={subjectId}>
        <span className="text-sm font-medium">{t('withdrawal', { number: withdrawal.number })}</span>
        <span className="text-xs text-muted [overflow-wrap:anywhere]">{withdrawal.customer}</span>
      </span>
    );
  if (subjectKind !== 'order') return <span className="font-mono text-xs break-all">{subjectId}</span>;
  return (
    <Link href={`/desk/orders/${subjectId}`} className="link font-mono text-xs break-all md:break-normal">
      {subjectId}
    </Link>
  );
}

function PayoutAmount({ row: { amount, asset, fee, byHand, status } }: { row: PayoutListRow }) {
  const t = useTranslations('payouts');
  return (
    <div className="grid justify-items-end">
      <span className="flex items-center gap-1">
        <Amount value={amount} code={asset} exact />
        {byHand && !done.includes(status) && <CopyButton text={amount} label={t('amount')} />}
      </span>
      {fee && (
        <span className="text-xs text-muted">
          {t.rich('fee', { amount: () => <Amount value={fee} code={asset} /> })}
        </span>
      )}
    </div>
  );
}

/** `named`: somebody types it elsewhere, so that it is said what each line is. */
function Destination({ lines, named }: { lines: PayoutListRow['destination']; named: boolean }) {
  const t = useTranslations('payouts');
  const locale = toLocale(useLocale());
  if (lines.length === 0) return <span className="text-sm text-muted">{t('toNobody')}</span>;
  return (
    <CopyLines
      lines={lines.map(({ titles, value }) => ({
        value,
        label: titles[locale],
        name: named && titles[locale],
      }))}
    />
  );
}

function State({ row }: { row: PayoutListRow }) {
  const t = useTranslations('payouts');
  const reasonWords = useReasonWords();
  const { status, byHand, waitsFor, takenBy, reference, reason, requestedBy, approvedBy, decidedBy } = row;
  const asked = status === 'unknown' || status === 'pending';
  const tone = byHand && status === 'queued' ? 'warning' : tones[status];
  return (
    <MoneyState
      badges={[
        { tone, word: t(statusKey(row)) },
        ...(row.contradicted ? [{ tone: 'danger' as const, word: t('contradicted') }] : []),
      ]}
      lines={[
        waitsFor && t(`waits.${waitsFor}`),
        takenBy && status === 'sending' && t('takenBy', { name: takenBy }),
        reference && t('reference', { reference }),
        reason && reasonWords(reason),
        requestedBy && !row.withdrawal && t('requestedBy', { name: requestedBy }),
        approvedBy && t('approvedBy', { name: approvedBy }),
        decidedBy && t('decidedBy', { name: decidedBy }),
      ]}
    >
      {asked && row.nextTryAt && (
        <span className="text-xs text-muted">
          {t('asked', { count: row.checks })} {t('nextTry')} <Time value={row.nextTryAt} show="relative" />
        </span>
      )}
    </MoneyState>
  );
}
