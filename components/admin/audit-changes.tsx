import { useTranslations } from 'next-intl';

/** From what to what, only the parts that differ; folded, since a record can be long. */
export function AuditChanges({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations('admin.audit');
  const changes = differences(before, after);
  if (changes.length === 0) return <span className="text-muted">{t('noChange')}</span>;
  const word =
    before === null ? t('created') : after === null ? t('removed') : changes.map(({ key }) => key).join(', ');
  return (
    <details>
      <summary className="cursor-pointer text-sm">{word}</summary>
      <dl className="grid gap-1 py-2 text-xs">
        {changes.map(({ key, from, to }) => (
          <div key={key} className="grid gap-x-2 sm:grid-cols-[10rem_1fr]">
            <dt className="text-muted">{key}</dt>
            <dd className="font-mono break-all">
              {from !== undefined && <del className="text-danger">{from}</del>}{' '}
              {to !== undefined && <ins className="no-underline">{to}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Change = { key: string; from?: string; to?: string };

function differences(before: unknown, after: unknown): Change[] {
  const old = asRecord(before);
  const next = asRecord(after);
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .map((key) => ({ key, from: told(old[key]), to: told(next[key]) }))
    .filter(({ from, to }) => from !== to);
}

function asRecord(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { value };
}

function told(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
