import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/action';
import type { SessionView } from '@/lib/auth/sessions';
import { deviceOf } from './device';

type SessionListProps = {
  sessions: SessionView[];
  end: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** Where somebody is signed in, each with a button that ends it. */
export function SessionList({ sessions, end }: SessionListProps) {
  const t = useTranslations('account.security');
  return (
    <ul className="divide-y divide-separator">
      {sessions.map(({ id, ip, userAgent, createdAt, lastSeenAt, current }) => {
        const known = deviceOf(userAgent);
        const device = known ? t('device_on', known) : t('unknownDevice');
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
          >
            <div className="grid min-w-0 gap-0.5">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {device}
                {current && <Badge tone="success">{t('this')}</Badge>}
              </p>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span className="numeric break-all">{ip}</span>
                <span>
                  {t('begun')}: <Time value={createdAt} show="exact" />
                </span>
                <span>
                  {t('seen')}: <Time value={lastSeenAt} show="relative" />
                </span>
              </p>
            </div>
            {!current && (
              <ActionForm action={end} className="grid gap-2">
                <input type="hidden" name="sessionId" value={id} />
                <SubmitButton variant="secondary" size="sm" aria-label={t('endLabel', { device, ip })}>
                  {t('end')}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
