import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ImportedStatement } from '@/lib/payments/statements/import-statement';

/** What became of a file: added, known already, left out, and rows that could not be read. */
export function ImportResult({ result }: { result: ImportedStatement }) {
  const t = useTranslations('statements.import');
  const { repeated, incoming, added, outgoing, problems, problemCount } = result;
  return (
    <Alert tone={repeated || problemCount > 0 ? 'warning' : 'success'} role="status">
      <p>{repeated ? t('repeated') : t('done', { added, known: incoming - added, outgoing })}</p>
      {problemCount > 0 && (
        <>
          <p className="mt-2">{t('problems', { count: problemCount })}</p>
          <ul className="mt-1 list-disc ps-5">
            {problems.map(({ row, why, text }) => (
              <li key={row}>{t(`why.${why}`, { row, text })}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
