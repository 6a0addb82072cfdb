import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { roles } from '@/lib/auth/actor';
import type { PersonChange } from '@/lib/auth/people';

/** What was done to an account, by whom and when. */
export function PersonHistory({ changes }: { changes: PersonChange[] }) {
  const t = useTranslations('account');
  const names = (held: string[] | undefined) =>
    roles
      .filter((role) => held?.includes(role))
      .map((role) => t(`role.${role}`))
      .join(', ') || '—';
  return (
    <Card title={t('staff.history')}>
      {changes.length === 0 && <p className="text-sm text-muted">{t('staff.historyEmpty')}</p>}
      <ul className="grid gap-2 text-sm">
        {changes.map(({ id, at, by, action, before, after }) => {
          const key = `change.${action.replace('staff.', '')}`;
          const words = { before: names(before?.roles), after: names(after?.roles) };
          return (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                {t.has(key) ? t(key, words) : action}{' '}
                <span className="text-muted">· {t('change.by', { name: by })}</span>
              </span>
              <Time value={at} show="exact" className="text-muted" />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
