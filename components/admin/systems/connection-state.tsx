import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { ConnectionState } from '@/lib/payments/connections/queries';

const tones: Record<ConnectionState, BadgeTone> = {
  ok: 'success',
  untested: 'warning',
  broken: 'danger',
  off: 'neutral',
  unusable: 'danger',
  not_offered: 'neutral',
};

/** How a connection stands, and whether it only plays. */
export function ConnectionBadges({ state, testMode }: { state: ConnectionState; testMode: boolean }) {
  const t = useTranslations('systems');
  return (
    <span className="inline-flex flex-wrap justify-end gap-1 md:justify-start">
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {testMode && <Badge tone="info">{t('testMode')}</Badge>}
    </span>
  );
}
