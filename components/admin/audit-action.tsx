import { useTranslations } from 'next-intl';

/** What was done, in words; the code below is what the filter takes. */
export function AuditAction({ action }: { action: string }) {
  const t = useTranslations();
  const key = `audit.actions.${action}`;
  return (
    <span className="grid">
      {t.has(key) && <span>{t(key)}</span>}
      <span className="font-mono text-xs text-muted">{action}</span>
    </span>
  );
}
