import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { WaitingTime } from '@/components/desk/waiting-time';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th } from '@/components/ui/table';
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

function handTone(status: PayoutStatus): BadgeTone {
  return status === 'queued' ? 'warning' : tones[status];
}

/** Payouts with what they wait for and what may be done; `actions` only for those who may. */
export function PayoutTable({ rows, actions }: { rows: PayoutListRow[]; actions: PayoutActions | null }) {
  const t = useTranslations('payouts');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('age')}</Th>
          <Th>{t('subject')}</Th>
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
              {done.includes(row.status) ? (
                <Time value={row.settledAt ?? row.createdAt} show="relative" className="text-sm" />
              ) : (
                <WaitingTime since={row.createdAt.toISOString()} />
              )}
            </Td>
            <Td label={t('subject')}>
              <div className="grid gap-0.5">
                <Subject row={row} />
                <span className="text-sm">{row.methodTitles[locale]}</span>
                <span className="text-xs text-muted">{row.byHand ? t('byHand') : row.system}</span>
              </div>
            </Td>
            <Td numeric label={t('amount')}>
              <div className="grid justify-items-end">
                <span className="flex items-center gap-1">
                  <Amount value={row.amount} code={row.asset} exact />
                  {row.byHand && !done.includes(row.status) && (
                    <CopyButton text={row.amount} label={t('amount')} />
                  )}
                </span>
                {row.fee && (
                  <span className="text-xs text-muted">
                    {t.rich('fee', { amount: () => <Amount value={row.fee ?? ''} code={row.asset} /> })}
                  </span>
                )}
              </div>
            </Td>
            <Td label={t('to')}>
              <Destination lines={row.destination} named={row.byHand} />
            </Td>
            <Td label={t('state')}>
              <State row={row} />
            </Td>
            <Td className="max-md:empty:hidden!">
              {actions && <PayoutSteps payout={row} actions={actions} />}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What the payout is for: the order, or whose withdrawal. */
function Subject({ row: { subjectKind, subjectId, withdrawal } }: { row: PayoutListRow }) {
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

/** `named`: somebody types it elsewhere, so that it is said what each line is. */
function Destination({ lines, named }: { lines: PayoutListRow['destination']; named: boolean }) {
  const t = useTranslations('payouts');
  const locale = toLocale(useLocale());
  if (lines.length === 0) return <span className="text-sm text-muted">{t('toNobody')}</span>;
  return (
    <ul className="grid gap-0.5">
      {lines.map(({ titles, value }) => (
        <li key={`${titles.en} ${value}`} className="grid">
          {named && <span className="text-xs text-muted">{titles[locale]}</span>}
          <span className="flex items-center gap-1 font-mono text-xs">
            <span className="max-w-[26ch] [overflow-wrap:anywhere]">{value}</span>
            <CopyButton text={value} label={titles[locale]} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function State({ row }: { row: PayoutListRow }) {
  const t = useTranslations('payouts');
  const reasonWords = useReasonWords();
  const told = [
    row.waitsFor ? t(`waits.${row.waitsFor}`) : '',
    row.takenBy && row.status === 'sending' ? t('takenBy', { name: row.takenBy }) : '',
    row.reference ? t('reference', { reference: row.reference }) : '',
    row.reason ? reasonWords(row.reason) : '',
    row.requestedBy && !row.withdrawal ? t('requestedBy', { name: row.requestedBy }) : '',
    row.approvedBy ? t('approvedBy', { name: row.approvedBy }) : '',
    row.decidedBy ? t('decidedBy', { name: row.decidedBy }) : '',
  ].filter((line) => line !== '');
  const asked = row.status === 'unknown' || row.status === 'pending';
  return (
    <div className="grid justify-items-end gap-1 text-end md:justify-items-start md:text-start">
      <Badge tone={row.byHand ? handTone(row.status) : tones[row.status]}>{t(statusKey(row))}</Badge>
      {row.contradicted && <Badge tone="danger">{t('contradicted')}</Badge>}
      {told.map((line) => (
        <span key={line} className="max-w-[34ch] text-xs text-muted [overflow-wrap:anywhere]">
          {line}
        </span>
      ))}
      {asked && row.nextTryAt && (
        <span className="text-xs text-muted">
          {t('asked', { count: row.checks })} {t('nextTry')} <Time value={row.nextTryAt} show="relative" />
        </span>
      )}
    </div>
  );
}
