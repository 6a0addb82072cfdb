import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import type { SentNotice } from '@/lib/payments/systems/simulator/operation';

/** What the simulator has told the office, and what it heard. */
export function SentNotices({ notices }: { notices: SentNotice[] }) {
  const t = useTranslations('simulator.notices');
  if (notices.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h2 className="font-semibold">{t('title')}</h2>
      <ol className="flex flex-col gap-2">
        {notices.map(({ at, what, status, answer }) => (
          <li key={`${at}${what}`} className="rounded-md border border-border bg-surface p-3">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{t.has(`what.${what}`) ? t(`what.${what}`) : what}</span>
              <Time value={new Date(at)} show="exact" />
            </p>
            <p className="break-words font-mono text-xs text-muted">
              {status === 0 ? t('noAnswer') : `HTTP ${status} · ${answer}`}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
