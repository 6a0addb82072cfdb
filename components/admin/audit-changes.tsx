import { useTranslations } from 'next-intl';
import { auditDiff } from '@/lib/audit-diff';
import type { AuditRow, AuditScales } from '@/lib/audit-queries';
import { useAuditWords } from './audit-words';

const namedAtOnce = 3;

type AuditChangesProps = { row: AuditRow; scales: AuditScales };

/** From what to what, only the parts that differ; folded, since a record can be long. */
export function AuditChanges({ row: { action, before, after }, scales }: AuditChangesProps) {
  const t = useTranslations('audit');
  const words = useAuditWords({
    action,
    system: systemOf(after) ?? systemOf(before),
    states: [after, before],
    scales,
  });
  const changes = auditDiff(before, after);
  // A sign-in, an approval: what was done says it all.
  if (isNothing(before) && isNothing(after)) return null;
  if (changes.length === 0) return <span className="text-muted">{t('noChange')}</span>;
  const labelled = changes.map((change) => ({ ...change, label: words.label(change) }));
  const first = labelled.slice(0, namedAtOnce).map(({ label }) => label);
  const more = labelled.length - first.length;
  const names = more > 0 ? t('more', { names: first.join(', '), count: more }) : first.join(', ');
  return (
    <details>
      <summary className="cursor-pointer text-sm">
        {action.endsWith('.create')
          ? t('created', { names })
          : after === null && before !== null && action.endsWith('.delete')
            ? t('removed', { names })
            : names}
      </summary>
      <dl className="grid gap-1 py-2 text-xs">
        {labelled.map(({ path, label, from, to }) => (
          <div key={path.join('.')} className="grid gap-x-2 sm:grid-cols-[11rem_1fr]">
            <dt className="text-muted">{label}</dt>
            <dd className="break-words">
              {from !== undefined && <del className="text-danger">{words.told({ path }, from)}</del>}{' '}
              {to !== undefined && <ins className="no-underline">{words.told({ path }, to)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Whose settings a connection's record tells of. */
function systemOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('system' in state)) return undefined;
  return typeof state.system === 'string' ? state.system : undefined;
}

function isNothing(state: unknown): boolean {
  return state === null || state === undefined;
}
