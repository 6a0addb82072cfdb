import { useTranslations } from 'next-intl';
import type { StatementPreview } from '@/lib/payments/statements/preview-statement';

/** The beginning of a file as it stands, and what would be read of it. */
export function PreviewTable({ preview }: { preview: StatementPreview }) {
  const t = useTranslations('statements.import');
  const { rows, mapping, incoming, outgoing, problemCount } = preview;
  return (
    <div className="grid gap-2">
      <p role="status" className="text-sm">
        {mapping ? t('found', { incoming, outgoing, problems: problemCount }) : t('notUnderstood')}
      </p>
      <div className="max-h-64 overflow-auto rounded-lg border border-border">
        <table className="text-xs">
          <caption className="sr-only">{t('preview')}</caption>
          <tbody>
            {rows.map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is its place
                key={index}
                className={index === mapping?.headerRow ? 'bg-accent-soft font-medium' : undefined}
              >
                <td className="numeric border-e border-separator px-2 py-1 text-muted">{index}</td>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={column} className="max-w-[24ch] truncate px-2 py-1" title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
