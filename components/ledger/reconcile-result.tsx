import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { ReconcileReport } from '@/lib/ledger/reconcile';

/** What the last check of the books found. */
export function ReconcileResult({ report }: { report: ReconcileReport | null }) {
  const t = useTranslations('ledger.check');
  const rules = useTranslations('ledger.rules');
  const locale = toLocale(useLocale());
  const whole = (count: bigint) => formatAmount(count.toString(), locale);
  if (!report) return <p className="text-sm text-muted">{t('never')}</p>;
  return (
    <div className="grid gap-3">
      <Alert tone={report.clean ? 'success' : 'danger'}>
        {report.clean ? t('clean') : t('broken', { count: report.findings.length })}
      </Alert>
      <p className="text-sm text-muted">
        {t('checked')} <Time value={report.finishedAt} />
        {' · '}
        {t('counted', { accounts: whole(report.accounts), entries: whole(report.entries) })}
      </p>
      {report.findings.length > 0 && (
        <ColumnTable
          caption={t('title')}
          rows={report.findings}
          rowKey={(finding) => `${finding.rule} ${finding.subject}`}
          columns={[
            { title: t('rule'), cell: (finding) => rules(finding.rule) },
            { title: t('subject'), className: 'break-all', cell: (finding) => finding.subject },
            { title: t('expected'), numeric: true, cell: (finding) => finding.expected },
            { title: t('found'), numeric: true, cell: (finding) => finding.found },
          ]}
        />
      )}
    </div>
  );
}
