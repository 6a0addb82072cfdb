import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Table, Td, Th } from '@/components/ui/table';
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
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('rule')}</Th>
              <Th>{t('subject')}</Th>
              <Th numeric>{t('expected')}</Th>
              <Th numeric>{t('found')}</Th>
            </tr>
          </thead>
          <tbody>
            {report.findings.map((finding) => (
              <tr key={`${finding.rule} ${finding.subject}`}>
                <Td label={t('rule')}>{rules(finding.rule)}</Td>
                <Td label={t('subject')} className="break-all">
                  {finding.subject}
                </Td>
                <Td numeric label={t('expected')}>
                  {finding.expected}
                </Td>
                <Td numeric label={t('found')}>
                  {finding.found}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
